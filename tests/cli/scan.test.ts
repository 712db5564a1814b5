import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../src/report/index.ts';
import { doall, makeFolder, start } from './harness.ts';
import { findShapeProblems } from './json-shape.ts';

/** A heavy loop over an array literal's kin: parallel, and worth it. */
const parallel = `
function heavy(n) {
  let sum = 0;
  for (let i = 0; i < 10_000; i++) sum += Math.sqrt(i * n);
  return sum;
}
const inputs = Array.from({ length: 500 }, (_, i) => i);
export const results = [];
for (const input of inputs) {
  results.push(heavy(input));
}
`;

/** Each iteration starts from what the one before it left. */
const blocked = `
function step(state) {
  let next = state;
  for (let i = 0; i < 10_000; i++) next = (next * 48271 + i) % 2147483647;
  return next;
}
export function run(n) {
  let state = 1;
  for (let i = 0; i < n; i++) {
    state = step(state);
  }
  return state;
}
`;

const folderOf = (): string =>
  makeFolder({ 'src/parallel.js': parallel, 'src/blocked.js': blocked, 'package.json': '{"type":"module"}' });

async function scanJson(folder: string, ...args: string[]): Promise<JsonReport> {
  const { stdout } = await doall(folder, ['scan', '--format', 'json', ...args]);
  return JSON.parse(stdout) as JsonReport;
}

describe.concurrent('doall scan', () => {
  test('a parallel loop is a finding: exit code 1', async () => {
    const folder = folderOf();
    const { code, stdout } = await doall(folder, ['scan']);
    expect(stdout).toMatch(/^src\/blocked\.js\n {2}9:3 .*blocked\n.*\[carried-flow\]/);
    expect(stdout).toMatch(/src\/parallel\.js\n {2}9:1 +for-of +parallel \(map\)\n/);
    expect(stdout).toContain('Next: doall explain src/parallel.js:9');
    expect(code).toBe(1);
  });

  test('levels decide the exit code', async () => {
    const folder = makeFolder({ 'blocked.js': blocked });
    const codes = await Promise.all(
      ['none', 'parallel', 'near'].map(
        async (level) => (await doall(folder, ['scan', '--level', level])).code,
      ),
    );
    expect(codes).toEqual([0, 0, 1]);
  });

  test('--all lists every loop, with all fields', async () => {
    const report = await scanJson(folderOf(), '--all');
    expect(findShapeProblems(report)).toEqual([]);
    expect(report.files).toBe(2);
    expect(report.loops.map(({ file, line, form }) => `${file}:${line} ${form}`)).toEqual([
      'src/blocked.js:4 for',
      'src/blocked.js:9 for',
      'src/parallel.js:4 for',
      'src/parallel.js:7 from',
      'src/parallel.js:9 for-of',
    ]);
    expect(report.loops.at(-1)).toMatchObject({
      column: 1,
      endLine: 11,
      outcome: 'parallel',
      plan: 'map',
      worthwhile: true,
      varying: ['input'],
      constants: [],
      results: ['results'],
      hazards: [],
      missing: [],
    });
  });

  test('--min-work decides what pays', async () => {
    const report = await scanJson(folderOf(), '--all', '--min-work', '1e15');
    expect(report.loops.filter(({ worthwhile }) => worthwhile)).toEqual([]);
  });

  test('--out writes the report and prints nothing', async () => {
    const folder = folderOf();
    const { stdout, code } = await doall(folder, [
      'scan',
      '--format',
      'sarif',
      '--out',
      'doall.sarif',
      '--level',
      'none',
    ]);
    expect({ stdout, code }).toEqual({ stdout: '', code: 0 });
    const log = JSON.parse(readFileSync(join(folder, 'doall.sarif'), 'utf8')) as { version: string };
    expect(log.version).toBe('2.1.0');
  });

  test('colours only where they are wanted', async () => {
    const folder = folderOf();
    const plain = await doall(folder, ['scan']);
    const coloured = await doall(folder, ['scan'], { FORCE_COLOR: '1' });
    expect(plain.stdout).not.toContain('\u001b');
    expect(coloured.stdout).toContain('\u001b[32m');
    expect((await doall(folder, ['scan'], { FORCE_COLOR: '1', NO_COLOR: '1' })).stdout).toBe(plain.stdout);
  });

  test('many files are spread over processes, with the same result', async () => {
    const files = Object.fromEntries(
      Array.from({ length: 230 }, (_, i) => [`f${i}.js`, i % 50 === 7 ? 'const = 3;\n' : blocked]),
    );
    const folder = makeFolder(files);
    const [one, two] = await Promise.all(
      ['1', '2'].map((cpus) => doall(folder, ['scan', '--all', '--format', 'json', '--cpus', cpus])),
    );
    expect(two).toEqual(one);
    expect((JSON.parse(two?.stdout ?? '') as JsonReport).files).toBe(225);
  });

  test('every loop of our own sources has the promised shape', async () => {
    const report = await scanJson(
      resolve(import.meta.dirname, '../..'),
      '--all',
      'src/runtime',
      'src/report',
    );
    expect(findShapeProblems(report)).toEqual([]);
    expect(report.loops.length).toBeGreaterThan(40);
  });

  test('a reader that stops early is no failure', async () => {
    const child = start(
      makeFolder({ 'a.js': blocked.repeat(1).concat('for (const x of [1]) x;\n'.repeat(4000)) }),
      ['scan', '--all'],
    );
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    expect(stderr).toBe('');
  });
});

describe.concurrent('doall explain', () => {
  test('six steps for a parallel loop', async () => {
    const { code, stdout } = await doall(folderOf(), ['explain', 'src/parallel.js:10']);
    expect(stdout).toMatch(/^src\/parallel\.js:9:1 {2}for-of: parallel \(map\)\n/);
    expect(stdout.match(/^[1-6]\. /gm)).toHaveLength(6);
    expect(stdout).toMatch(/mapSync\(\w+, inputs\)/);
    expect(code).toBe(0);
  });

  test('the step that a blocked loop stops at, and the line', async () => {
    const { code, stdout } = await doall(folderOf(), ['explain', 'src/blocked.js:9:3']);
    expect(stdout).toMatch(/stops at step 4\n/);
    expect(stdout).toMatch(/Stops here, line 10: An iteration reads `state`/);
    expect(code).toBe(0);
  });

  test('no loop there: the lines that have one', async () => {
    const { code, stderr } = await doall(folderOf(), ['explain', 'src/blocked.js:13']);
    expect(stderr).toBe('doall: src/blocked.js:13: there is no loop here; name one of these lines: 4, 9\n');
    expect(code).toBe(2);
  });
});
