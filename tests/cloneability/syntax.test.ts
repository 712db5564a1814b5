/** Cloneability read off expressions, annotations and classes, checked against real clones where the text can be run. */
import { parse } from '@typescript-eslint/parser';
import type { TSESTree } from '@typescript-eslint/types';
import { describe, expect, it } from 'vitest';
import {
  cloneabilityOfAnnotation,
  cloneabilityOfClass,
  cloneabilityOfExpression,
  isNativeHandle,
  cloneabilityOfModuleType,
} from '../../src/facts/cloneability/index.ts';
import { defined } from '../builtins/defined.ts';

function expression(text: string): TSESTree.Expression {
  const [statement] = parse(`(${text})`, { range: true }).body;
  if (statement?.type !== 'ExpressionStatement') throw new Error(text);
  return statement.expression;
}

function declaration(text: string): TSESTree.ProgramStatement {
  return defined(parse(text, { range: true }).body[0]);
}

/** The kind, with the culprit's path where there is one. */
function clone(text: string): string {
  const found = cloneabilityOfExpression(expression(text), () => undefined);
  return found.kind === 'exact' ? found.kind : `${found.kind} ${found.path}`.trim();
}

describe('expressions', () => {
  it.each([
    ['1', 'exact'],
    ['`a${f()}`', 'exact'],
    ['a + b', 'exact'],
    ['/a/', 'exact'],
    ['/a/g', 'lossy'],
    ['[1, , { a: [2] }]', 'exact'],
    ['{ a: 1, b: { c: () => 1 } }', 'throws b.c'],
    ['{ list: [1, function () {}] }', 'throws list[1]'],
    ['{ get size() { return 1 } }', 'lossy size'],
    ['{ [Symbol.iterator]: 1 }', 'lossy [computed]'],
    ['{ __proto__: base }', 'lossy'],
    ['new Map([[1, { f() {} }]])', 'throws [0][1].f'],
    ['new Set()', 'exact'],
    ['new URL("http://a")', 'lossy'],
    ['new WeakMap()', 'throws'],
    ['new Promise(f)', 'throws'],
    ['new Float64Array(3)', 'exact'],
    ['Buffer.from("a")', 'lossy'],
    ['Array.from({ length: 3 })', 'exact'],
    ['Symbol("a")', 'throws'],
    ['Object.freeze({})', 'lossy'],
    ['x', 'unknown'],
    ['flag ? 1 : () => 2', 'throws'],
    ['new Intl.Collator()', 'throws'],
    ['JSON.parse(text)', 'exact'],
    ['JSON.parse(text, revive)', 'unknown'],
    ['Array.from(xs)', 'unknown'],
    ['Array.from([1])', 'exact'],
    ['Object.create(null)', 'lossy'],
    ['new Uint8Array(buffer)', 'exact'],
    ['somewhere.call()', 'unknown'],
    ['import("x")', 'throws'],
    ['class {}', 'throws'],
    ['(x = 1)', 'exact'],
    ['[...others]', 'unknown'],
  ])('%s: %s', (text, expected) => {
    expect(clone(text)).toBe(expected);
  });

  it('asks the caller first, and names the path from outside', () => {
    const found = cloneabilityOfExpression(expression('{ camera: x }'), (node) =>
      node.type === 'Identifier' ? { kind: 'throws', path: 'project', what: 'functions' } : undefined,
    );
    expect(found).toMatchObject({ kind: 'throws', path: 'camera.project' });
  });
});

describe('annotations', () => {
  it.each([
    ['number[]', 'exact'],
    ['readonly [number, string]', 'exact'],
    ['{ a: number; b?: { c(): void } }', 'throws b.c'],
    ['Map<string, () => void>', 'throws []'],
    ['Readonly<{ a: Float64Array }>', 'exact'],
    ['Promise<number>', 'throws'],
    ['Vector', 'unknown'],
    ['any', 'unknown'],
    ['"a" | 1 | null', 'exact'],
    ['Buffer', 'lossy'],
    ['{ [key: string]: number }', 'exact'],
  ])('%s: %s', (text, expected) => {
    const node = declaration(`type T = ${text}`);
    if (node.type !== 'TSTypeAliasDeclaration') throw new Error(text);
    const found = cloneabilityOfAnnotation(node.typeAnnotation);
    expect(found.kind === 'exact' ? found.kind : `${found.kind} ${found.path}`.trim()).toBe(expected);
  });
});

describe('classes', () => {
  it.each([
    ['class Vector { constructor(x: number) { this.x = x } length() { return 1 } }', 'class'],
    ['class Vector { constructor(readonly x: number) {} }', 'class'],
    ['class Vector { x = 1; static zero = () => 1 }', 'class'],
    ['class Counter { #count = 0 }', 'lossy #count'],
    ['class Button { onClick = () => 1 }', 'throws onClick'],
    ['class Button { constructor() { this.onClick = () => 1 } }', 'throws onClick'],
    ['class Failure extends Error {}', 'lossy'],
    ['class List extends Array {}', 'lossy'],
    ['class Keyed { [Symbol.iterator] = 1 }', 'lossy [computed]'],
  ])('%s: %s', (text, expected) => {
    const node = declaration(text);
    if (node.type !== 'ClassDeclaration') throw new Error(text);
    const found = cloneabilityOfClass(node);
    expect(`${found.kind} ${found.kind === 'exact' ? '' : found.path}`.trim()).toBe(expected);
  });
});

it('tells handles of the operating system', () => {
  expect(isNativeHandle(defined(cloneabilityOfModuleType('node:net', 'Socket')))).toBe(true);
  expect(isNativeHandle(defined(cloneabilityOfModuleType('fs', 'Stats')))).toBe(false);
});
