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

const folder = makeFolder({
  'src/parallel.js': parallel,
  'src/blocked.js': blocked,
  'package.json': '{"type":"module"}',
});

describe.concurrent('doall scan', () => {
  test('a parallel loop is a finding: exit code 1; no colours where there is no terminal', async () => {
    const { code, stdout } = await doall(folder, ['scan']);
    expect(stdout).toMatch(/^src\/blocked\.js\n {2}9:3 .*blocked\n[^]*\[carried-flow\]/);
    expect(stdout).toMatch(/src\/parallel\.js\n {2}9:1 +for-of +parallel \(map\)\n/);
    expect(stdout).toContain('Next: doall explain src/parallel.js:9');
    expect(stdout).not.toContain('\u001b');
    expect(code).toBe(1);
  });

  test.each([
    ['parallel', 0],
    ['near', 1],
  ])('a near miss at level %s: exit code %i', async (level, expected) => {
    const { code } = await doall(folder, ['scan', '--level', level, 'src/blocked.js']);
    expect(code).toBe(expected);
  });

  test('--all lists every loop, with all fields; --out writes, and prints nothing', async () => {
    const { code, stdout } = await doall(folder, [
      'scan',
      '--all',
      '--format',
      'json',
      '--out',
      'out.json',
      '--level',
      'none',
    ]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const report = JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')) as JsonReport;
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

  test('--min-work decides what pays; FORCE_COLOR asks for colours', async () => {
    const { code, stdout } = await doall(folder, ['scan', '--all', '--min-work', '1e15'], {
      FORCE_COLOR: '1',
    });
    expect(stdout).toMatch(/parallel \(map\), too little work to pay/);
    expect(stdout).toContain('\u001b[1m');
    expect(code).toBe(0);
  });

  test('many files are spread over processes, with the same result', async () => {
    const files = Array.from(
      { length: 110 },
      (_, i) => [`f${i}.js`, i % 50 === 7 ? 'const = 3;\n' : 'for (const x of [1]) x;\n'] as const,
    );
    const many = makeFolder(Object.fromEntries(files));
    const scan = (cpus: string) => doall(many, ['scan', '--all', '--cpus', cpus]);
    const [one, two] = await Promise.all([scan('1'), scan('2')]);
    expect(two).toEqual(one);
    expect(one.stdout).toContain('107 files, 3 files skipped, 107 loops');
  });

  test('every loop of our own sources has the promised shape', async () => {
    const project = resolve(import.meta.dirname, '../..');
    const { stdout } = await doall(project, ['scan', '--format', 'json', '--all', 'src/report']);
    const report = JSON.parse(stdout) as JsonReport;
    expect(findShapeProblems(report)).toEqual([]);
    expect(report.loops.length).toBeGreaterThan(30);
  });

  test('a reader that stops early is no failure', async () => {
    const long = makeFolder({ 'a.js': 'for (const x of [1]) x;\n'.repeat(900) });
    const child = start(long, ['scan', '--all']);
    let stderr = '';
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
    child.stdout.once('data', () => child.stdout.destroy());
    await new Promise((done) => child.on('close', done));
    expect(stderr).toBe('');
  });
});

describe.concurrent('doall explain', () => {
  test('six steps for a parallel loop', async () => {
    const { code, stdout } = await doall(folder, ['explain', 'src/parallel.js:10']);
    expect(stdout).toMatch(/^src\/parallel\.js:9:1 {2}for-of: parallel \(map\)\n/);
    expect(stdout.match(/^[1-6]\. /gm)).toHaveLength(6);
    expect(stdout).toMatch(/mapSync\(\w+, inputs\)/);
    expect(code).toBe(0);
  });

  test('the step that a blocked loop stops at, and the line', async () => {
    const { code, stdout } = await doall(folder, ['explain', 'src/blocked.js:9:3']);
    expect(stdout).toMatch(/stops at step 3\n/);
    expect(stdout).toMatch(/Stops here, line 10: An iteration reads `state`[^]*\^/);
    expect(code).toBe(0);
  });

  test('no loop there: the lines that have one', async () => {
    const { code, stderr } = await doall(folder, ['explain', 'src/blocked.js:13']);
    expect(stderr).toBe('doall: src/blocked.js:13: there is no loop here; name one of these lines: 4, 9\n');
    expect(code).toBe(2);
  });
});
