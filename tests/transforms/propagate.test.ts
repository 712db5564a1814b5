/** `--propagate`: several files in, their new texts or the place that stands in the way out. */
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { propagate, writePropagation } from '../../transforms/propagate/propagate.ts';

const loop = `  const results = [];
  for (const n of [...numbers]) {
    let x = n + 1;
    for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
    results.push(x);
  }
  return results;
`;

const all = `export function all(numbers) {\n${loop}}\n`;
const manifest = '{"type":"module","private":true}';
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Files = Readonly<Record<string, string>>;

/** New texts, and refusals as `code at file:line`. */
function run(files: Files): { texts: Files; refused: string[]; propagated: string[] } {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-propagate-')));
  folders.push(folder);
  for (const [name, text] of Object.entries({ 'package.json': manifest, ...files })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const sources = Object.keys(files)
    .filter((name) => /\.(?:[cm]?[jt]sx?|vue|html)$/.test(name))
    .map((name) => join(folder, name));
  const short = (file: string) => file.slice(folder.length + 1);
  const { texts, refused, propagated } = propagate({ files: sources, targets: sources, options: {} });
  return {
    texts: Object.fromEntries([...texts].map(([file, text]) => [short(file), text])),
    refused: refused.map(({ code, because }) => `${code} at ${short(because.file)}:${because.line}`),
    propagated: propagated.map(({ file, line, name }) => `${short(file)}:${line} ${name}`),
  };
}

describe('every caller is found', () => {
  test('a chain of functions over three files, up to an async one', () => {
    const { texts, propagated } = run({
      'a.js': all,
      'b.js': `import { all as every } from './a.js';\n\nexport const first = (xs) => every(xs)[0] + 1;\n`,
      'c.js': `import { first } from './b.js';\n\nexport async function main() {\n  console.log(first([1]), 2);\n}\n`,
    });
    expect(texts).toEqual({
      'a.js': all.replace('function', 'async function'),
      'b.js': `import { all as every } from './a.js';\n\nexport const first = async (xs) => (await every(xs))[0] + 1;\n`,
      'c.js': `import { first } from './b.js';\n\nexport async function main() {\n  console.log(await first([1]), 2);\n}\n`,
    });
    expect(propagated).toEqual(['a.js:1 all', 'b.js:3 first']);
  });

  test('top-level await in an ES module; a re-export and a default export are followed', () => {
    const { texts } = run({
      'a.js': `${all.replace('export ', '')}\nexport { all as default };\n`,
      'b.js': `export { default as run } from './a.js';\n`,
      'c.js': `import { run } from './b.js';\n\nconst xs = run([1, 2]);\nconsole.log(xs);\n`,
    });
    expect(Object.keys(texts)).toEqual(['a.js', 'c.js']);
    expect(texts['c.js']).toContain('const xs = await run([1, 2]);');
  });

  test('result types become promises', () => {
    const typed = all
      .replace('(numbers)', '(numbers: number[]): number[]')
      .replace('= []', ': number[] = []');
    const { texts } = run({
      'a.ts': typed,
      'b.ts': `import { all } from './a.js';\n\nexport async function f() {\n  return all([1])!.length ** 2;\n}\n`,
    });
    expect(texts['a.ts']).toContain('export async function all(numbers: number[]): Promise<number[]> {');
    expect(texts['b.ts']).toContain('return (await all([1]))!.length ** 2;');
  });

  test('those of JSDoc too', () => {
    const comment = '/**\n * @param {number[]} numbers\n * @returns {{ a: number }[]} all of them\n */\n';
    const { texts } = run({
      'a.js': comment + all,
      'b.js': `import { all } from './a.js';\n/** @return {string} */\nconst f = (xs) => \`\${all(xs)}\`;\nf([1]);\n`,
    });
    expect(texts['a.js']).toBe(
      comment.replace('{{ a: number }[]}', '{Promise<{ a: number }[]>}') +
        all.replace('function', 'async function'),
    );
    expect(texts['b.js']).toContain(
      '/** @return {Promise<string>} */\nconst f = async (xs) => `${await all(xs)}`;',
    );
  });

  test('without semicolons, no statement begins with a parenthesis alone', () => {
    const { texts } = run({
      'a.js': all.replaceAll(';\n', '\n'),
      'b.js': `import { all } from './a.js'\n\nexport async function f() {\n  const a = 1\n  all([a]).pop()\n}\n`,
    });
    expect(texts['b.js']).toContain('\n  ;(await all([a])).pop()\n');
  });

  test('a call of itself', () => {
    const { texts } = run({
      'a.js': `async function main() {\n  all([1]);\n}\nmain();\nfunction all(numbers) {\n  if (numbers.length === 0) all([1]);\n${loop}}\n`,
    });
    expect(texts['a.js']).toContain('if (numbers.length === 0) await all([1]);');
    expect(texts['a.js']).toContain('  await all([1]);\n}');
  });
});

describe('one caller is missing: nothing changes, and it is named', () => {
  const importing = (code: string) => `import { all } from './a.js';\n\n${code}\n`;
  test.each<[string, string, Files]>([
    ['passed on', 'used-as-a-value at b.js:3', { 'b.js': importing('export const run = [[1]].map(all);') }],
    ['stored', 'used-as-a-value at b.js:3', { 'b.js': importing('export const table = { all };') }],
    ['constructed', 'used-as-a-value at b.js:3', { 'b.js': importing('export const x = new all([1]);') }],
    [
      'called in a callback',
      'not-a-named-function at b.js:3',
      { 'b.js': importing('export const run = [[1]].map((x) => all(x));') },
    ],
    [
      'called in a method',
      'not-a-named-function at b.js:4',
      { 'b.js': importing('export class A {\n  run() {\n    return all([1]);\n  }\n}') },
    ],
    [
      'called in a class field',
      'cannot-await at b.js:4',
      { 'b.js': importing('export class A {\n  x = all([1]);\n}') },
    ],
    [
      "called in a parameter's default",
      'cannot-await at b.js:3',
      { 'b.js': importing('export async function f(x = all([1])) {\n  return x;\n}') },
    ],
    [
      'called in a generator',
      'not-a-named-function at b.js:3',
      { 'b.js': importing('export function* f() {\n  yield all([1]);\n}') },
    ],
    [
      'imported as a whole',
      'loaded-dynamically at b.js:1',
      { 'b.js': `import * as a from './a.js';\na.all([]);\n` },
    ],
    [
      'imported at run time',
      'loaded-dynamically at b.js:1',
      { 'b.js': `const a = await import('./a.js');\n` },
    ],
    [
      'a module known at run time',
      'loaded-dynamically at b.js:1',
      { 'b.js': `await import(process.argv[2]);\n` },
    ],
    [
      'called from a CommonJS script',
      'loaded-dynamically at b.cjs:1',
      { 'b.cjs': `require('./a.js').all([1]);\n` },
    ],
    ['an API: not private', 'exported-api at a.js:1', { 'package.json': '{"type":"module"}' }],
    [
      'an API: an entry',
      'exported-api at a.js:1',
      { 'package.json': '{"type":"module","private":true,"main":"a.js"}' },
    ],
    [
      'an API: re-exported by an entry',
      'exported-api at index.js:1',
      {
        'package.json': '{"type":"module","exports":{".":{"import":"./index.js"}}}',
        'index.js': `export * from './a.js';\n`,
      },
    ],
    [
      'an API: built from sources',
      'exported-api at a.js:1',
      { 'package.json': '{"type":"module","exports":"./dist/x.js"}' },
    ],
    ['a file that does not parse', 'unreadable-file at b.js:1', { 'b.js': importing('all = = 3;') }],
    [
      'a component',
      'unreadable-file at b.vue:1',
      { 'b.vue': `<script setup>\nimport { all } from './a.js';\nall([1]);\n</script>\n` },
    ],
    [
      'a page that imports it by another name',
      'unreadable-file at b.html:1',
      {
        'c.js': `export { all as every } from './a.js';\n`,
        'b.html': `<script type="module">import { every } from './c.js'; every([1]);</script>\n`,
      },
    ],
    [
      'a page that its framework loads',
      'exported-api at pages/b.js:3',
      {
        'pages/b.js': `import { all } from '../a.js';\n\nexport default function Page() {\n  all([1]);\n}\n`,
      },
    ],
    [
      'at the top level of a module that is required',
      'cannot-await at b.js:3',
      {
        'b.js': importing('export const table = all([1]);'),
        'c.js': `export { table } from './b.js';\n`,
        'd.cjs': `exports.load = () => require('./c.js').table;\n`,
      },
    ],
    [
      'added to what others may change meanwhile',
      'cannot-await at b.js:5',
      {
        'b.js': importing('let total = 0;\nasync function f() {\n  total += all([1]).length;\n}\nf();\nf();'),
      },
    ],
    [
      'imported by an alias of a bundler',
      'loaded-dynamically at b.js:1',
      { 'b.js': `import { all } from '~/a';\nall([1]);\n` },
    ],
    [
      'imported by the name of its package',
      'loaded-dynamically at app/b.js:1',
      {
        'package.json': '{"name":"@shop/core","type":"module","private":true}',
        'app/b.js': `import { all } from '@shop/core/a.js';\nall([1]);\n`,
      },
    ],
    [
      'called in a function that evaluates text',
      'unreadable-file at a.js:1',
      { 'a.js': `eval('all');\n${all}` },
    ],
  ])('%s', (_name, reason, files) => {
    const { texts, refused } = run({ 'a.js': all, ...files, 'z.js': importing('all([1]);') });
    expect({ texts, refused: refused.slice(0, 1) }).toEqual({ texts: {}, refused: [reason] });
  });

  test.each([
    ['a method', `export class A {\n  all(numbers) {\n${loop}  }\n}\n`, 'not-a-named-function at a.js:2'],
    [
      'a CommonJS export',
      `exports.all = all;\nfunction all(numbers) {\n${loop}}\n`,
      'used-as-a-value at a.cjs:1',
    ],
    [
      'a function expression that calls itself by its own name',
      `export const all = function own(numbers) {\n  if (numbers.length > 3) own([]);\n${loop}};\n`,
      'not-a-named-function at a.js:1',
    ],
    [
      'a member of a namespace',
      `export namespace N {\n  export function all(numbers: number[]) {\n${loop.replace('= []', ': number[] = []')}}\n}\n`,
      'not-a-named-function at a.ts:2',
    ],
    [
      'overloads',
      `export function all(numbers: number[]): number[];\nexport function all(numbers: number[]) {\n${loop.replace('= []', ': number[] = []')}}\n`,
      'typed-elsewhere at a.ts:2',
    ],
    [
      'what it gives may be a promise',
      `${all.replace('return results', 'return results.length > 3 ? results : other')}let other = Promise.resolve([]);\n`,
      'may-return-a-promise at a.js:1',
    ],
    [
      'a then by a quoted key',
      `${all.replace('return results', "return { results, 'then'(done) { done(1); } }")}`,
      'may-return-a-promise at a.js:1',
    ],
    [
      'a then by Object.assign',
      `${all.replace('return results', 'Object.assign(results, { then: (done) => done(1) });\n  return results')}`,
      'may-return-a-promise at a.js:1',
    ],
  ])('%s', (_name, text, reason) => {
    const file = reason.replace(/.* at (.*):\d+/, '$1');
    const user = `import { all } from './${file}';\nall([1]);\n`;
    const { texts, refused } = run({ [file]: text, 'z.mjs': user });
    expect({ texts, refused }).toEqual({ texts: {}, refused: [reason] });
  });
});

test('what one function cannot do does not keep another from it', () => {
  const { propagated, refused } = run({
    'a.js': all,
    'b.js': all,
    'c.js': `import { all } from './a.js';\nimport { all as other } from './b.js';\n\nall([1]);\nconsole.log(other);\n`,
  });
  expect({ propagated, refused }).toEqual({
    propagated: ['a.js:1 all'],
    refused: ['used-as-a-value at c.js:5'],
  });
});

test('all files are written or none', () => {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'doall-propagate-')));
  folders.push(folder);
  const files = ['a.js', 'b.js'].map((name) => join(folder, name));
  for (const file of files) writeFileSync(file, 'old');
  // In the place of the draft of the second file, a folder.
  mkdirSync(join(folder, `.b.js.${process.pid}.tmp`));
  expect(() => {
    writePropagation(new Map(files.map((file) => [file, 'new'])));
  }).toThrow();
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(['old', 'old']);
});
