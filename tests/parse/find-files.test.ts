/** Which files are looked at for classes that extend another: parsing one too many costs time, one too few would be wrong. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readClassFiles, selectExtending } from '../../src/parse/find-files.ts';
import { openProject } from '../../src/parse/project.ts';

const root = mkdtempSync(join(tmpdir(), 'doall-classes-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const files: Readonly<Record<string, string>> = {
  'heap.ts': 'export class Heap { size() { return 0; } }',
  'by-name.ts': "import { Heap } from './heap.js'; class Max extends Heap { size() { return 1; } }",
  'by-module.ts': "import Base from './heap'; export class Queue extends Base { size() { return 1; } }",
  'by-chain.ts': "import Base from './by-module'; class Last extends Base { size() { return 2; } }",
  'longer-name.ts': 'class Other extends Heaps { size() { return 1; } } const $Heap = 1, theheaps = 2;',
  'no-class.ts': "import { Heap } from './heap'; type Of<T extends Heap> = T; const x = { size() {} };",
  'no-member.ts': "import { Heap } from './heap'; class Plain extends Heap { length() { return 1; } }",
  'bundle.js': '/* how to require it: */ class Heap {} class Max extends Heap { size() { return 1; } }',
  'unrelated.ts': 'class Other extends Array { size() { return 1; } }',
};
for (const [name, text] of Object.entries(files)) writeFileSync(join(root, name), text);

test('files that may extend a class by its name, its module or a class between', () => {
  const found = readClassFiles(root);
  const selected = found && selectExtending(found, 'Heap', join(root, 'heap.ts'), 'size');
  expect(selected?.map((file) => basename(file)).sort()).toEqual([
    'by-chain.ts',
    'by-module.ts',
    'by-name.ts',
  ]);
});

test.each([
  'export const mix = (Base) => class extends Base { size() { return 1; } };',
  'export function mix(Base, step = 1) { return class extends Base { size() { return step; } }; }',
  'export const mix = (step, Base: new () => object = Heap()) => class extends Base { size() { return step; } };',
  'export const mix = Base => class extends Base { size() { return 1; } };',
])('%s may extend any class', (text) => {
  const folder = mkdtempSync(join(root, 'mixin-'));
  writeFileSync(join(folder, 'mix.ts'), text);
  const found = readClassFiles(folder);
  expect(found && selectExtending(found, 'Heap', join(folder, 'heap.ts'), 'size')).toHaveLength(1);
});

test('a base that is only handed to a call is no parameter', () => {
  const folder = mkdtempSync(join(root, 'bundle-'));
  const text = 'class Base {} class Max extends Base { size() { return 1; } } register(Base, 1); use(Base);';
  writeFileSync(join(folder, 'bundle.js'), text);
  const found = readClassFiles(folder);
  expect(found && selectExtending(found, 'Heap', join(folder, 'heap.ts'), 'size')).toEqual([]);
});

test('a class without a name is known by its file', () => {
  const found = readClassFiles(root);
  const selected = found && selectExtending(found, undefined, join(root, 'heap.ts'), 'size');
  expect(selected?.map((file) => basename(file))).toContain('by-module.ts');
});

test('more text than is worth parsing for one question is given up', () => {
  const folder = mkdtempSync(join(root, 'bundle-'));
  const heap = join(folder, 'heap.ts');
  const bundle = join(folder, 'bundle.js');
  writeFileSync(heap, 'export class Heap { size() { return 0; } }');
  const text = "import { Heap } from './heap.js'; class Max extends Heap { size() { return 1; } }";
  writeFileSync(bundle, text);
  expect(openProject(folder).findExtending('Heap', heap, 'size')).toHaveLength(1);
  writeFileSync(bundle, `${text} // ${'x'.repeat(8_000_000)}`);
  expect(openProject(folder).findExtending('Heap', heap, 'size')).toBeUndefined();
});
