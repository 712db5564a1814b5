import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { parseSource } from '../../src/parse/index.ts';
import { detectModuleFormat } from '../../transforms/render/module-format.ts';
import type { ModuleFormat } from '../../transforms/render/module-format.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** The format of a file in a project of these files; the text of the last one is what is parsed. */
function formatOf(files: Readonly<Record<string, string>>): ModuleFormat {
  const folder = mkdtempSync(join(tmpdir(), 'doall-format-'));
  folders.push(folder);
  let last = '';
  for (const [name, text] of Object.entries(files)) {
    last = join(folder, name);
    mkdirSync(dirname(last), { recursive: true });
    writeFileSync(last, text);
  }
  const parsed = parseSource(Object.values(files).at(-1) ?? '', last);
  if ('skipped' in parsed) throw new Error(parsed.skipped.message);
  return detectModuleFormat(parsed.unit);
}

const esmPackage = '{ "type": "module" }';

test.each<[string, Record<string, string>, Partial<ModuleFormat>]>([
  [
    'an ES module by package.json',
    { 'package.json': esmPackage, 'a.js': 'f();' },
    { syntax: 'esm', self: 'import.meta.url', workerSpecifier: './a.worker.js' },
  ],
  [
    'CommonJS by default',
    { 'package.json': '{}', 'a.js': "const b = require('./b');" },
    { syntax: 'commonjs', self: '__filename', workerSpecifier: './a.worker' },
  ],
  [
    'CommonJS that writes extensions',
    { 'package.json': '{}', 'a.js': "const b = require('./b.js');" },
    { syntax: 'commonjs', workerSpecifier: './a.worker.js' },
  ],
  [
    '.cjs in a package of ES modules',
    { 'package.json': esmPackage, 'a.cjs': 'f();' },
    { syntax: 'commonjs', self: '__filename', workerSpecifier: './a.worker.cjs' },
  ],
  [
    'import syntax that Babel compiles for jest',
    {
      'package.json': '{ "devDependencies": { "jest": "30" } }',
      'src/a.js': "import b from './b';",
    },
    { syntax: 'esm', self: '__filename', workerSpecifier: './a.worker' },
  ],
  [
    'import syntax in a package without tools',
    { 'package.json': '{}', 'a.js': "import b from './b.js';" },
    { syntax: 'esm', self: 'import.meta.url', workerSpecifier: './a.worker.js' },
  ],
  [
    'TypeScript for Node, ES modules',
    {
      'package.json': esmPackage,
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
      'a.ts': 'export const a = 1;',
    },
    { syntax: 'esm', self: 'import.meta.url', workerSpecifier: './a.worker.js', sourceSpecifier: './a.js' },
  ],
  [
    'TypeScript for Node, CommonJS',
    {
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "module": "NodeNext" } }',
      'a.ts': 'export const a = 1;',
    },
    { syntax: 'esm', self: '__filename' },
  ],
  [
    'TypeScript compiled to CommonJS, by an extended configuration',
    {
      'package.json': '{}',
      'base.json': '{ "compilerOptions": { "module": "commonjs" } } // with a comment',
      'tsconfig.json': '{ "extends": "./base.json" }',
      'a.ts': 'export const a = 1;',
    },
    { syntax: 'esm', self: '__filename', workerSpecifier: './a.worker' },
  ],
  [
    'TypeScript compiled to CommonJS in a package of ES modules, as ts-jest does',
    {
      'package.json': esmPackage,
      'tsconfig.json': '{ "compilerOptions": { "module": "CommonJS" } }',
      'a.ts': "import { b } from './b'",
    },
    { syntax: 'esm', self: '__filename', workerSpecifier: './a.worker' },
  ],
  [
    'TypeScript for a bundler',
    {
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "module": "esnext", "moduleResolution": "bundler" } }',
      'a.tsx': 'export const a = 1;',
    },
    { syntax: 'esm', self: 'import.meta.url', workerSpecifier: './a.worker' },
  ],
  [
    'TypeScript that imports .ts',
    { 'package.json': esmPackage, 'a.mts': "import './b.mts';" },
    { workerSpecifier: './a.worker.mts', sourceSpecifier: './a.mts' },
  ],
  [
    'TypeScript beside files that import .ts',
    {
      'package.json': esmPackage,
      'src/main.ts': "export * from './math/sum.ts';",
      'src/math/sum.ts': 'export const a = 1;',
    },
    { workerSpecifier: './sum.worker.ts', sourceSpecifier: './sum.ts' },
  ],
  [
    'TypeScript that Node runs as it is',
    {
      'package.json': esmPackage,
      'tsconfig.json':
        '{ "compilerOptions": { "module": "nodenext", "rewriteRelativeImportExtensions": true } }',
      'a.ts': 'export const a = 1;',
    },
    { workerSpecifier: './a.worker.ts' },
  ],
  [
    'CommonJS beside files that write extensions',
    { 'package.json': '{}', 'b.js': "require('./c.js');", 'a.js': 'exports.a = 1;' },
    { workerSpecifier: './a.worker.js' },
  ],
  [
    'an ES module whose name is no URL',
    { 'package.json': esmPackage, 'a#1.js': 'export const a = 1;' },
    { workerSpecifier: './a%231.worker.js', sourceSpecifier: './a%231.js' },
  ],
  [
    '.cts',
    { 'package.json': esmPackage, 'a.cts': 'export const a = 1;' },
    { syntax: 'esm', self: '__filename', workerSpecifier: './a.worker.cjs' },
  ],
  [
    'TypeScript of which ts-jest makes ES modules, as the project does',
    {
      'package.json':
        '{ "type": "module", "jest": { "transform": { "ts$": ["ts-jest", { "useESM": true }] } } }',
      'tsconfig.json': '{ "compilerOptions": { "module": "esnext" } }',
      'a.ts': 'export const a = 1;',
    },
    { self: 'import.meta.url' },
  ],
  [
    'CommonJS without the types of Node',
    {
      'package.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "module": "commonjs" } }',
      'a.ts': 'export const a = 1;',
    },
    { self: '__filename', declaresFilename: true },
  ],
  [
    'CommonJS with the types of Node',
    {
      'package.json': '{ "devDependencies": { "@types/node": "20" } }',
      'tsconfig.json': '{ "compilerOptions": { "module": "commonjs" } }',
      'a.ts': 'export const a = 1;',
    },
    { self: '__filename', declaresFilename: false },
  ],
])('%s', (_name, files, format) => {
  expect(formatOf(files)).toMatchObject(format);
});
