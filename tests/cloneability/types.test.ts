/** Cloneability read off the types of the real checker, over one small program. */
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { cloneabilityOfType } from '../../src/facts/cloneability/index.ts';
import { symbolFlags } from '../../src/facts/cloneability/types.ts';
import { defined } from '../builtins/defined.ts';

const declarations = `
import { Hash } from 'node:crypto';
import { Stats } from 'node:fs';
import { Socket } from 'node:net';
class Vector { constructor(readonly x: number, readonly y: number) {} length(): number { return this.x } get norm() { return 1 } }
class Secret { #key = 1; read() { return this.#key } }
class Button { onClick = () => 1 }
class Failure extends Error { code = 1 }
class Registry extends Map<string, number> {}
class Box<T> { constructor(readonly value: T) {} }
class Camera { constructor(readonly position: Vector) {} project = (v: Vector) => v }
interface Point { x: number; y?: number }
interface Shape { area(): number; name: string }
interface Scene { readonly camera: { readonly project?: (p: Point) => Point }; points: Point[] }
interface Tree { value: number; children: Tree[] }
interface Keyed { [Symbol.iterator]: number }
type Id = string & { readonly brand: 'id' };
enum Colour { red, green = 'g' as any }
enum Size { small, large }
type Generic<T extends Point> = T[];
type Deep = { a: { b: { c: { d: () => void } } } };
declare function f<T, U extends Point>(t: T, u: U): void;
`;

const cases: readonly (readonly [type: string, expected: string])[] = [
  ['number', 'exact'],
  ['"a" | 1 | true | null | undefined', 'exact'],
  ['boolean', 'exact'],
  ['bigint', 'exact'],
  ['`a${string}`', 'exact'],
  ['Uppercase<string>', 'exact'],
  ['void', 'exact'],
  ['never', 'exact'],
  ['symbol', 'throws'],
  ['any', 'unknown'],
  ['unknown', 'unknown'],
  ['object', 'unknown'],
  ['{}', 'unknown'],
  ['number[]', 'exact'],
  ['readonly Point[]', 'exact'],
  ['[number, () => void]', 'throws [1]'],
  ['readonly [a: number, b?: string]', 'exact'],
  ['Point', 'exact'],
  ['Point | Vector', 'class'],
  ['Vector', 'class'],
  ['Vector[]', 'class []'],
  ['Box<number>', 'class'],
  ['Box<() => void>', 'throws value'],
  ['Secret', 'lossy #key'],
  ['Button', 'throws onClick'],
  ['Camera', 'throws project'],
  ['Failure', 'lossy'],
  ['Registry', 'lossy'],
  ['Shape', 'throws area'],
  ['Scene', 'throws camera.project'],
  ['Tree', 'exact'],
  ['Keyed', 'lossy [symbol]'],
  ['Id', 'exact'],
  ['Size', 'exact'],
  ['Size.small', 'exact'],
  ['Colour', 'exact'],
  ['Generic<Point>', 'exact'],
  ['Deep', 'throws a.b.c.d'],
  ['Record<string, number>', 'exact'],
  ['Record<string, () => void>', 'throws []'],
  ['Partial<Shape>', 'throws area'],
  ['Readonly<Point>', 'exact'],
  ['Pick<Shape, "name">', 'exact'],
  ['Point & { z: number }', 'exact'],
  ['Map<string, Point>', 'exact'],
  ['ReadonlyMap<string, Shape>', 'throws [].area'],
  ['Set<Vector>', 'class []'],
  ['Float64Array', 'exact'],
  ['Uint8Array<ArrayBuffer>', 'exact'],
  ['ArrayBuffer', 'exact'],
  ['SharedArrayBuffer', 'exact'],
  ['Buffer', 'lossy'],
  ['Date', 'exact'],
  ['RegExp', 'lossy'],
  ['Error', 'lossy'],
  ['Promise<number>', 'throws'],
  ['WeakMap<object, number>', 'throws'],
  ['Iterable<number>', 'lossy [symbol]'],
  ['IterableIterator<number>', 'throws'],
  ['Generator<number>', 'throws'],
  ['Intl.NumberFormat', 'throws'],
  ['URL', 'lossy'],
  ['AbortSignal', 'lossy'],
  ['NodeJS.Timeout', 'throws'],
  ['Hash', 'lossy'],
  ['Stats', 'lossy'],
  ['Socket', 'throws'],
  ['Function', 'throws'],
  ['() => number', 'throws'],
  ['typeof Vector', 'throws'],
];

let checker: ts.TypeChecker;
let types: Map<string, ts.Type>;

beforeAll(() => {
  const file = 'case.ts';
  const aliases = cases.map(([type], index) => `export type Case${index} = ${type};`).join('\n');
  const text = `${declarations}\n${aliases}\nexport function generic<T, U extends Point, V extends Shape>(t: T, u: U, v: V) { return [t, u, v] }`;
  const options: ts.CompilerOptions = {
    strict: true,
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts'],
    types: ['node'],
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const original = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true) : original(name, ...rest);
  const program = ts.createProgram([file], options, host);
  checker = program.getTypeChecker();
  types = new Map();
  for (const statement of defined(program.getSourceFile(file)).statements) {
    if (ts.isTypeAliasDeclaration(statement))
      types.set(statement.name.text, checker.getTypeAtLocation(statement));
    if (ts.isFunctionDeclaration(statement))
      for (const parameter of statement.parameters)
        types.set(parameter.name.getText(), checker.getTypeAtLocation(parameter));
  }
});

function judge(name: string, path = ''): string {
  const found = cloneabilityOfType(checker, defined(types.get(name)), path);
  return found.kind === 'exact' ? found.kind : `${found.kind} ${found.path}`.trim();
}

describe('types', () => {
  it.each(cases.map(([type, expected], index) => [type, expected, index] as const))(
    '%s: %s',
    (_, expected, index) => {
      expect(judge(`Case${index}`)).toBe(expected);
    },
  );

  it('takes type parameters by their constraint', () => {
    expect([judge('t'), judge('u'), judge('v')]).toEqual(['unknown', 'exact', 'throws area']);
  });

  it('names the path from outside', () => {
    const index = cases.findIndex(([type]) => type === 'Scene');
    expect(judge(`Case${index}`, 'scene')).toBe('throws scene.camera.project');
  });
});

it('knows the numbers of the symbol flags that it uses', () => {
  const { Class, RegularEnum, ConstEnum, EnumMember, Method, Accessor } = ts.SymbolFlags;
  expect(symbolFlags).toEqual({
    class: Class,
    regularEnum: RegularEnum,
    constEnum: ConstEnum,
    enumMember: EnumMember,
    method: Method,
    accessor: Accessor,
  });
});
