import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { API } from 'jscodeshift';
import { afterEach, beforeEach, expect, test } from 'vitest';
import transform from '../../transforms/loop-to-pool-map.ts';

const body = `(numbers) {
  const results = [];
  for (const n of [...numbers]) {
    let x = n + 1;
    for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
    results.push(x);
  }
  return results;
}`;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doall-vendor-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function rewrite(name: string, source: string): Promise<string | undefined> {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, source);
  const api = { report: () => {}, stats: () => {} } as unknown as API;
  const output = await transform({ path, source }, api, { vendor: join(folder, 'lib/doall') });
  if (output !== undefined) writeFileSync(path, output);
  return output;
}

test.each([
  ['src/deep/a.mjs', `export function all${body}\n`, `from '../../lib/doall/runtime.mjs'`, 'mjs', 'mts'],
  ['a.cjs', `exports.all = function all${body};\n`, `require('./lib/doall/runtime.cjs')`, 'cjs', 'cts'],
  ['a.mts', `export function all${body.replace('s)', 's: number[])')}\n`, `/runtime.mjs'`, 'mjs', 'mts'],
  ['a.cts', `export function all${body.replace('s)', 's: number[])')}\n`, `/runtime.cjs'`, 'cjs', 'cts'],
])('%s imports the copy by its path', async (name, source, specifier, code, types) => {
  const output = await rewrite(name, source);
  expect(output).toContain(specifier);
  expect(readFileSync(join(folder, name.replace('a.', 'a.worker.')), 'utf8')).toContain(specifier);
  expect(readdirSync(join(folder, 'lib/doall')).sort()).toEqual(
    [`runtime.${code}`, `runtime.d.${types}`].sort(),
  );
});

test('the copy runs by itself, on the pool', async () => {
  await rewrite('a.mjs', `export function all${body}\n`);
  await rewrite('b.cjs', `exports.all = function all${body};\n`);
  const main = `import { all } from './a.mjs'; import b from './b.cjs';
import { isMainThread } from 'node:worker_threads';
if (isMainThread) console.log(JSON.stringify([all([1, 2, 3]), b.all([1, 2, 3])]));`;
  writeFileSync(join(folder, 'main.mjs'), main);
  const run = (DOALL: string) =>
    spawnSync(process.execPath, [join(folder, 'main.mjs')], {
      encoding: 'utf8',
      env: { ...process.env, DOALL, DOALL_FORCE: '1', DOALL_THREADS: '2' },
    });
  const inline = run('off');
  expect(inline.stdout).toMatch(/^\[\[\d+,\d+,\d+\],\[\d+/);
  expect(run('')).toMatchObject({ stdout: inline.stdout, stderr: '', status: 0 });
});

test('a second run writes nothing', async () => {
  const output = await rewrite('a.mjs', `export function all${body}\n`);
  const copy = join(folder, 'lib/doall/runtime.mjs');
  const { mtimeMs } = statSync(copy);
  expect(await rewrite('a.mjs', output ?? '')).toBeUndefined();
  await rewrite('b.mjs', `export function all${body}\n`);
  expect(statSync(copy).mtimeMs).toBe(mtimeMs);
});

test.each(['runtime.mjs', 'runtime.d.mts'])('a foreign %s is never overwritten', async (name) => {
  mkdirSync(join(folder, 'lib/doall'), { recursive: true });
  writeFileSync(join(folder, 'lib/doall', name), 'export const mine = 1;\n');
  expect(await rewrite('a.mjs', `export function all${body}\n`)).toBeUndefined();
  expect(readFileSync(join(folder, 'lib/doall', name), 'utf8')).toBe('export const mine = 1;\n');
  expect(readdirSync(folder).sort()).toEqual(['a.mjs', 'lib']);
});
