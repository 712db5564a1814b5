/** Texts to units, reasons for skipping, and where imports lead. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { openProject, parseSource, readSource } from '../../src/parse/index.ts';
import type { ParseResult } from '../../src/parse/index.ts';

function reasonOf(result: ParseResult): string | undefined {
  return 'skipped' in result ? result.skipped.reason : undefined;
}

function kindOf(text: string, file: string): string {
  const result = parseSource(text, file);
  return 'unit' in result ? result.unit.moduleKind : result.skipped.message;
}

test('ranges are offsets into the raw text, BOM and CRLF included', () => {
  const text = '\uFEFFlet a = 1;\r\nlet bee = 2;\r\n';
  const result = parseSource(text, 'x.js');
  if ('skipped' in result) throw new Error(result.skipped.message);
  const [, second] = result.unit.ast.body;
  if (!second) throw new Error('the second statement is missing');
  expect(text.slice(...second.range)).toBe('let bee = 2;');
  expect(second.parent).toBe(result.unit.ast);
});

test('a `;` that begins a line is no part of the statement above', () => {
  const text =
    'first()\n// second\n;[2].map(f)\nwhile (third())\n/* no body */ ;\nif (a) fourth() // fourth\n;+b\n';
  const result = parseSource(text, 'x.js');
  if ('skipped' in result) throw new Error(result.skipped.message);
  const { body } = result.unit.ast;
  const texts = body.map(({ range }) => text.slice(...range));
  expect(texts).toEqual([
    'first()',
    '[2].map(f)',
    'while (third())\n/* no body */ ;',
    'if (a) fourth()',
    '+b',
  ]);
  expect(body.map(({ loc }) => loc.end)).toMatchObject([
    { line: 1, column: 7 },
    { line: 3, column: 11 },
    { line: 5, column: 15 },
    { line: 6, column: 15 },
    { line: 7, column: 3 },
  ]);
});

test('module kinds', () => {
  expect(kindOf('import "x";', 'x.js')).toBe('esm');
  expect(kindOf('const fs = require("fs");', 'x.js')).toBe('commonjs');
  expect(kindOf('var x = 1;', 'x.js')).toBe('script');
  expect(kindOf('var x = 1;', 'x.mjs')).toBe('esm');
  expect(kindOf('var x = 1;', 'x.cts')).toBe('commonjs');
  expect(kindOf('with (a) { b; }', 'x.js')).toBe('script');
  expect(kindOf('return 1;', 'x.cjs')).toBe('commonjs');
});

test('TypeScript and JSX by extension', () => {
  expect(kindOf('const x = <T>(y: T) => y; const z = <number>x;', 'x.ts')).toBe('script');
  expect(kindOf('export const x = <a b={1} />;', 'x.jsx')).toBe('esm');
  expect(kindOf('export const x = <a b={1} />;', 'x.js')).toBe('esm');
});

test('what is passed over, and why', () => {
  expect(reasonOf(parseSource('let x = ;', 'x.js'))).toBe('parse-error');
  expect(reasonOf(parseSource('/* @flow */ let x = 1;', 'x.js'))).toBe('flow');
  expect(reasonOf(parseSource('opaque type A = string;\nlet = ;', 'x.js'))).toBe('flow');
  expect(reasonOf(parseSource('a\0b', 'x.js'))).toBe('binary');
  expect(reasonOf(parseSource('let x = 1;', 'x.js', { maxFileBytes: 5 }))).toBe('too-large');
  expect(reasonOf(parseSource('let x = 1;', 'x.min.js'))).toBe('minified');
  expect(reasonOf(parseSource(`let x = [${'1,'.repeat(20_000)}];`, 'x.js'))).toBe('minified');
  expect(reasonOf(readSource('/nowhere/x.js'))).toBe('missing');
  expect(reasonOf(readSource('/'))).toBe('unreadable');
});

test('a parse error says where', () => {
  const result = parseSource('let x = 1;\nlet y = ;', 'x.js');
  expect('skipped' in result && result.skipped.message).toMatch(/line 2, column 9/);
});

test('deep and long expressions are no crash', () => {
  const sum = Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' +\n');
  expect(['parsed', 'too-large']).toContain(reasonOf(parseSource(sum, 'x.js')) ?? 'parsed');
  const nested = `${'('.repeat(20_000)}1${')'.repeat(20_000)}`;
  expect(['parsed', 'too-large', 'parse-error', 'minified']).toContain(
    reasonOf(parseSource(nested, 'x.js')) ?? 'parsed',
  );
});

const files = {
  'tsconfig.json': '{ // comment\n "compilerOptions": { "paths": { "@/*": ["./src/*"], }, }, }',
  'src/a.ts': 'export const a = 1;',
  'src/b/index.js': 'module.exports = {};',
  'src/main.ts': '',
  'node_modules/pkg/package.json':
    '{ "name": "pkg", "exports": { ".": { "import": "./lib/x.mjs" }, "./sub/*": "./lib/*.mjs" } }',
  'node_modules/pkg/lib/x.mjs': 'export {};',
  'node_modules/old/package.json': '{ "name": "old", "main": "main" }',
  'node_modules/old/main.js': '',
  'package.json': '{ "imports": { "#x": "./src/a.ts" } }',
};

test('where specifiers lead', () => {
  const root = mkdtempSync(join(tmpdir(), 'doall-parse-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  }
  const project = openProject(root);
  const resolve = (specifier: string) =>
    project.resolve(specifier, join(root, 'src/main.ts'))?.file.slice(root.length + 1);
  expect(resolve('./a.js')).toBe('src/a.ts');
  expect(resolve('./a')).toBe('src/a.ts');
  expect(resolve('./b')).toBe('src/b/index.js');
  expect(resolve('@/a')).toBe('src/a.ts');
  expect(resolve('#x')).toBe('src/a.ts');
  expect(resolve('pkg')).toBe('node_modules/pkg/lib/x.mjs');
  expect(resolve('pkg/sub/x')).toBe('node_modules/pkg/lib/x.mjs');
  expect(resolve('old')).toBe('node_modules/old/main.js');
  expect(resolve('./tsconfig.json')).toBeUndefined();
  expect(resolve('nothing')).toBeUndefined();
  expect(resolve('node:fs')).toBeUndefined();
  expect(project.isBuiltinModule('fs')).toBe(true);
});
