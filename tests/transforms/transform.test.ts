import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { API } from 'jscodeshift';
import { afterEach, beforeEach, expect, test } from 'vitest';
import transform from '../../transforms/loop-to-pool-map.ts';
import { rewriteFile } from '../../transforms/rewrite-file.ts';

const source = `function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 1e6; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export function all(numbers) {
  const results = [];
  for (const n of numbers) {
    results.push(heavy(n));
  }
  return results;
}
`;

let folder: string;
let reports: string[];
let counts: string[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'doall-transform-'));
  reports = [];
  counts = [];
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function run(text: string, options: Record<string, unknown> = {}): Promise<string | undefined> {
  const path = join(folder, 'a.mjs');
  writeFileSync(path, text);
  const api = {
    report: (message: string) => void reports.push(message),
    stats: (name: string) => void counts.push(name),
  } as unknown as API;
  return transform({ path, source: text }, api, options);
}

const workerFile = () => join(folder, 'a.worker.mjs');

test('writes the worker module before the source is returned', async () => {
  const output = await run(source);
  expect(output).toContain('mapSync(');
  expect(readFileSync(workerFile(), 'utf8')).toMatch(/^\/\/ doall: tasks of \.\/a\.mjs\n/);
  expect(readdirSync(folder).sort()).toEqual(['a.mjs', 'a.worker.mjs']);
  expect(counts).toContain('rewritten as map');
});

test('changes nothing on a second run', async () => {
  const output = await run(source);
  const worker = readFileSync(workerFile(), 'utf8');
  expect(await run(output ?? '')).toBeUndefined();
  expect(readFileSync(workerFile(), 'utf8')).toBe(worker);
});

test('leaves its own worker modules alone', async () => {
  await run(source);
  expect(await run(readFileSync(workerFile(), 'utf8'))).toBeUndefined();
});

test('writes nothing when dry', async () => {
  expect(await run(source, { dry: true })).toContain('mapSync(');
  expect(readdirSync(folder)).toEqual(['a.mjs']);
});

test('never overwrites a file that is not its own', async () => {
  writeFileSync(workerFile(), 'export const mine = 1;\n');
  expect(await run(source)).toBeUndefined();
  expect(readFileSync(workerFile(), 'utf8')).toBe('export const mine = 1;\n');
  expect(reports).toEqual([expect.stringContaining('foreign-file')]);
});

test('leaves what is not worth it, and says so when asked', async () => {
  expect(await run(source, { 'min-work': 1e15, verbose: 1 })).toBeUndefined();
  expect(reports).toContainEqual(expect.stringContaining('little-work'));
});

test.each([
  ['all', 'io'],
  ['heavy', 'little-work'],
])('of a loop that does little, reasons %s tell %s', async (reasons, code) => {
  const light = 'export function show(xs) { for (const x of xs) console.log(x); }';
  expect(await run(light, { reasons, verbose: 1, 'min-work': 1e15 })).toBeUndefined();
  expect(reports).toEqual([expect.stringContaining(code)]);
});

test('imports the runtime from where it is told', async () => {
  expect(await run(source, { runtime: './doall.mjs' })).toContain("from './doall.mjs'");
  expect(readFileSync(workerFile(), 'utf8')).toContain("import { task } from './doall.mjs';");
});

test('writes a line of JSON for each file', async () => {
  const report = join(folder, 'report.jsonl');
  await run(source, { 'report-file': report });
  const [line] = readFileSync(report, 'utf8')
    .split('\n')
    .map((text) => (text ? (JSON.parse(text) as unknown) : undefined));
  expect(line).toMatchObject({
    file: join(folder, 'a.mjs'),
    rewritten: [{ line: 9, form: 'for-of', plan: 'map' }],
  });
});

test('passes over what does not parse', async () => {
  expect(await run('const = 1;', { verbose: 1 })).toBeUndefined();
  expect(reports).toHaveLength(1);
});

test('jscodeshift runs it, also over the same files at once in several processes', () => {
  const names = Array.from({ length: 6 }, (_, i) => `f${String(i)}.js`);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  for (const name of names) writeFileSync(join(folder, name), source);
  const bin = join(import.meta.dirname, '../../node_modules/jscodeshift/bin/jscodeshift.js');
  const built = join(import.meta.dirname, '../../dist/transforms/loop-to-pool-map.cjs');
  const args = [bin, '-t', built, '--cpus=3', ...names.map((name) => join(folder, name))];
  const { stdout, status } = spawnSync(process.execPath, args, {
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  expect({ status, stdout }).toEqual({
    status: 0,
    stdout: expect.stringMatching(/0 errors[^]*6 ok/) as unknown,
  });
  const written = readdirSync(folder).filter((name) => name.endsWith('.worker.js'));
  expect(written).toHaveLength(6);
}, 60_000);

test('a task without parameters, whose result has a type of several lines', () => {
  const text = `export function fill(n: number) {
  const queue: Array<{
    red: number;
    green: number;
    blue: number;
    alpha: number;
    brightnessOfTheNeighbours: number;
  }> = [];
  for (let i = 0; i < n; i++) {
    queue[i] = { red: 0, green: 0, blue: 0, alpha: 0, brightnessOfTheNeighbours: 0 };
  }
  return queue;
}
`;
  const { worker, skipped } = rewriteFile(text, 'fill.ts', { minWork: 0 });
  expect(skipped).toEqual([]);
  expect(worker?.text).toMatch(/\(\): \{\s+red: number;[^]*\} =>\s+\(?\{ red: 0, green: 0/);
});
