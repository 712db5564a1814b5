/** Classes and interfaces of other files as types: fields, methods, and methods that a subclass elsewhere replaces. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { openProject } from '../../src/parse/index.ts';
import { analysisHere, effectsHere, projectOf } from './facts-of.ts';

const image = `export class Image {
  constructor(public readonly width: number, private readonly data: Float64Array) {}
  get(x: number, y: number) { return this.data[this.at(x, y)]; }
  at(x: number, y: number) { return y * this.width + x; }
  static of(other: Image): Image { return new Image(other.width, new Float64Array(4)); }
}`;
const scene = `import type { Image } from './image';
export interface Base { picture: Image }
export interface Scene extends Base { size: number }`;

/** Effects of code that isn't known. */
function unknownIn(text: string, files: Readonly<Record<string, string>>): readonly string[] {
  return effectsHere(text, { project: projectOf(files) }).filter((effect) =>
    /^(?:call|unknown|hidden)/.test(effect),
  );
}

test.each([
  ['a class', `import type { Image } from './image'; type T = Image;`, 't'],
  ['a re-exported class', `import { Picture } from './barrel'; type T = Picture;`, 't'],
  ['a namespace', `import * as images from './image'; type T = images.Image;`, 't'],
  [
    'an inherited property of an interface',
    `import type { Scene } from './scene'; type T = Scene;`,
    't.picture',
  ],
  ['an array of them', `import type { Image } from './image'; type T = Image[];`, 't[0]'],
])('methods of %s are followed', (_, head, receiver) => {
  const text = `${head}
export function f(t: T, out: number[]) { for (let i = 0; i < 9; i++) out[i] = ${receiver}.get(i, i); // here
}`;
  const files = { image, scene, barrel: `export { Image as Picture } from './image';` };
  expect(unknownIn(text, files)).toEqual([]);
});

test('what a static method and a method say that they return', () => {
  const text = `import { Image } from './image';
export function f(t: Image, out: number[]) {
  const copy = Image.of(t);
  for (let i = 0; i < 9; i++) out[i] = copy.get(i, i); // here
}`;
  expect(unknownIn(text, { image })).toEqual([]);
});

test('overload signatures stand for the implementation', () => {
  const at = `export function at(x: number): number;
export function at(x: number, y: number): number;
export function at(x: number, y = 0) { return x + y; }`;
  const text = `import { at } from './at'; for (const x of xs) out.push(at(x)); // here`;
  expect(unknownIn(text, { at }).some((effect) => effect.includes('at'))).toBe(false);
});

test('a capture of a class of another file is an instance, whose prototype a clone loses', () => {
  const text = `import type { Image } from './image';
interface Holder { images: Image[] }
export function f(t: Image, h: Holder, out: number[]) {
  for (let i = 0; i < 9; i++) out[i] = t.get(i, i) + h.images[0].get(i, i); // here
}`;
  const { facts } = analysisHere(text, { project: projectOf({ image }) });
  const kinds = facts.captures.filter(({ name }) => name === 't' || name === 'h');
  expect(kinds.map(({ cloneability }) => cloneability)).toMatchObject([
    { kind: 'class', className: 'Image' },
    { kind: 'class', className: 'Image', path: 'h.images[]' },
  ]);
});

const root = realpathSync(mkdtempSync(join(tmpdir(), 'doall-overrides-')));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Whether \`shape.area()\` is known, with the files given beside the class's own. */
function isKnown(folder: string, files: Readonly<Record<string, string>>): boolean {
  const shape = 'export class Shape { area() { return 1; } twice() { return 2 * this.area(); } }';
  const all: Record<string, string> = { 'package.json': '{ "name": "shapes" }', 'shape.ts': shape, ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(root, folder, name)), { recursive: true });
    writeFileSync(join(root, folder, name), text);
  }
  const text = `import type { Shape } from './shape';
export function f(s: Shape, out: number[]) { for (let i = 0; i < 9; i++) out[i] = s.twice(); // here
}`;
  const effects = effectsHere(text, {
    file: join(root, folder, 'main.ts'),
    project: openProject(join(root, folder)),
  });
  return !effects.some((effect) => effect.startsWith('call'));
}

test('a method that no file of the project replaces is known', () => {
  expect(
    isKnown('plain', { 'other.ts': 'import { Shape } from "./shape"; class S extends Shape { size() {} }' }),
  ).toBe(true);
});

test.each([
  [
    'in the other file',
    { 'sub.ts': 'import { Shape } from "./shape"; class S extends Shape { area() { return n++; } }' },
  ],
  [
    'by a field',
    { 'sub.ts': 'import { Shape } from "./shape";\nclass S extends Shape { area = () => n++; }' },
  ],
  [
    'of a class that extends one that extends it',
    {
      'a.ts': 'import { Shape } from "./shape"; export class A extends Shape {}',
      'b.ts': 'import { A } from "./a"; class B extends A { override area() { return n++; } }',
    },
  ],
  [
    'under another name',
    {
      'lib/index.ts': 'export { Shape as Figure } from "../shape";',
      'sub.ts': 'import { Figure } from "./lib"; class S extends Figure { async area() {} }',
    },
  ],
])('a method that a subclass replaces %s is not', (name, files) => {
  expect(isKnown(name.replaceAll(' ', '-'), files)).toBe(false);
});

test.each([
  ['is there', 'Math.fround || given', true],
  ['is there, by ??', 'Math.fround ?? given', true],
  ['may be missing', 'Math.unheardOf || given', false],
  ['leads to the other', 'Math.fround && given', false],
])('a fallback of a built-in that %s', (_, init, isKnown) => {
  const text = `const out: number[] = []; const round = ${init}; for (const x of [1, 2]) out.push(round(x)); // here`;
  expect(unknownIn(text, {}).length === 0).toBe(isKnown);
});
