/** Never a crash: real files, a sample; `npm run crash` takes more. And code that is deep, long or odd. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectFacts, findLoops } from '../../src/facts/index.ts';
import { openProject, readSource } from '../../src/parse/index.ts';
import { analyses } from './facts-of.ts';

const folders = ['node_modules/eslint/lib/rules', 'node_modules/recast/lib', 'node_modules/yargs/build'];

test.each(folders)('files below %s', (folder) => {
  const root = join(import.meta.dirname, '../..');
  const files = readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?js$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  const step = Math.ceil(files.length / 12);
  const context = { project: openProject(root), pure: [] };
  let loops = 0;
  for (const file of files.filter((_, index) => index % step === 0)) {
    const result = readSource(file);
    if ('skipped' in result) continue;
    for (const site of findLoops(result.unit)) {
      expect(collectFacts(site, context).facts.loop.file).toBe(file);
      loops++;
    }
  }
  expect(loops).toBeGreaterThan(0);
});

test('long chains', () => {
  const sum = Array.from({ length: 800 }, (_, i) => `x.a${i}`).join(' +\n');
  const [analysis] = analyses(`for (const x of xs) { y = ${sum}; }`);
  expect(analysis?.facts.effects.length).toBeGreaterThan(800);
  const branches = Array.from({ length: 400 }, (_, i) => `if (x === ${i}) n++;`).join('\nelse ');
  expect(analyses(`let n = 0; for (const x of xs) { ${branches} }`)[0]?.facts.effects.length).toBeGreaterThan(
    400,
  );
  const calls = `x${'\n.f()'.repeat(200)}`;
  expect(
    analyses(`for (const x of xs) ${calls};`)[0]?.facts.effects.some(
      ({ kind }) => kind === 'unknown' || kind === 'call',
    ),
  ).toBe(true);
});

test('functions that call each other without end', () => {
  const code = `
const Y = (f) => ((x) => x(x))((x) => f((v) => x(x)(v)));
function ping(f, g) { return f(() => ping(g, f)); }
const o = { self() { return o.self(); } };
for (const x of xs) { Y((self) => (n) => n && self(n - 1))(3); ping(ping, ping); o.self(); }`;
  expect(analyses(code).length).toBeGreaterThan(0);
});

test('a list that is spread into itself', () => {
  const code = `
let found = [];
for (const x of xs) { found = [...found, x]; for (const y of found) y.f(); }`;
  expect(analyses(code).length).toBe(2);
});
