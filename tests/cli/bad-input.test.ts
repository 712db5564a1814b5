/** Bad input: one clear line each, the rest still done, the right exit code. */
import { describe, expect, test } from 'vitest';
import type { JsonReport } from '../../src/report/index.ts';
import { doall, makeFolder } from './harness.ts';

const good = 'export const twice = (xs) => xs.map((x) => x * 2);\n';
const bundle = 'function f(a) { return a + 1; }\n'.repeat(160_000);

const bad = {
  'broken.js': 'const = 3;\n',
  'flow.js': '// @flow\nexport const f = (x: ?number) => x;\n',
  'binary.js': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 3]),
  'bundle.js': bundle,
};
const reasons = {
  'broken.js': 'parse-error',
  'flow.js': 'flow',
  'binary.js': 'binary',
  'bundle.js': 'too-large',
};

describe.concurrent('files that cannot be analysed', () => {
  test('found in a folder: each is named with its reason, the rest is done, and nothing has failed', async () => {
    const folder = makeFolder({ ...bad, 'good.js': good });
    const { code, stdout, stderr } = await doall(folder, ['scan', '--all', '--format', 'json']);
    const report = JSON.parse(stdout) as JsonReport;
    expect(Object.fromEntries(report.skipped.map(({ file, reason }) => [file, reason]))).toEqual(reasons);
    expect(report.files).toBe(1);
    const lines = stderr.trimEnd().split('\n');
    expect(lines).toHaveLength(4);
    for (const [name, reason] of Object.entries(reasons)) {
      expect(lines.find((line) => line.startsWith(`${name}: `))).toMatch(
        new RegExp(`[;,] .{8,}\\[${reason}\\]$`),
      );
    }
    expect(code).toBe(0);
  });

  test('named by itself: exit code 2', async () => {
    const folder = makeFolder({ ...bad, 'good.js': good });
    const { code, stdout, stderr } = await doall(folder, ['scan', 'flow.js', 'good.js']);
    expect(code).toBe(2);
    expect(stdout).toContain('1 file, 1 file skipped');
    expect(stderr).toMatch(/^flow\.js: .*\[flow\]\n$/);
  });

  test('a missing path: exit code 2, the rest is done', async () => {
    const folder = makeFolder({ 'good.js': good });
    const { code, stdout, stderr } = await doall(folder, ['scan', 'gone', 'good.js']);
    expect(code).toBe(2);
    expect(stderr).toBe('gone: does not exist; check the path [missing]\n');
    expect(stdout).toContain('1 file, ');
  });

  test('an empty folder: exit code 2, and what to do', async () => {
    const { code, stderr } = await doall(makeFolder({}), ['scan']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/no JavaScript or TypeScript files in this folder.*name another one/);
  });

  test('explain says why it cannot', async () => {
    const folder = makeFolder({ ...bad, 'good.js': good });
    const broken = await doall(folder, ['explain', 'broken.js:1']);
    expect(broken).toMatchObject({ code: 2, stdout: '' });
    expect(broken.stderr).toMatch(/^doall: broken\.js: .*\[parse-error\]\n$/);
    const gone = await doall(folder, ['explain', 'gone.js:3']);
    expect(gone.stderr).toMatch(/^doall: gone\.js: does not exist/);
  });
});

describe.concurrent('wrong usage', () => {
  test.each([
    [['scna'], /^doall: Did you mean scan\? \(doall --help says more\)\n$/],
    [[], /^doall: name a command: scan, explain, apply or verify/],
    [['scan', '--formt', 'json'], /^doall: Unknown argument.*formt/],
    [['scan', '--format', 'xml'], /^doall: Invalid values: .*"xml"/],
    [['scan', '--min-work', 'lots'], /^doall: --min-work needs a number of at least 0/],
    [['scan', '--cpus', '0'], /^doall: --cpus needs a number of at least 1/],
    [['explain'], /^doall: Not enough non-option arguments/],
    [['verify'], /^doall: name a program/],
    [['verify', 'gone.js'], /^doall: gone\.js does not exist/],
  ])('%j: one line, exit code 2', async (args, message) => {
    const { code, stdout, stderr } = await doall(makeFolder({}), args);
    expect(stderr).toMatch(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  test('a report that cannot be written', async () => {
    const folder = makeFolder({ 'good.js': good });
    const { code, stderr } = await doall(folder, ['scan', '--out', 'no/such/folder.json']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^doall: can't write no\/such\/folder\.json .*--out/);
  });
});
