/** `--profile` as a person uses it: the program is slow, one run under the profiler says where, the rest follows. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { doall, makeFolder } from './harness.ts';

const program = `export function primesBelow(limit) {
  const found = [];
  for (let n = 0; n < limit; n++) {
    let isPrime = n > 1;
    for (let d = 2; isPrime && d * d <= n; d++) isPrime = n % d !== 0;
    if (isPrime) found.push(n);
  }
  return found;
}
export function collatz(limit) {
  let longest = 0;
  for (let start = 1; start < limit; start++) {
    let steps = 0;
    for (let n = start; n !== 1; n = n % 2 === 0 ? n / 2 : 3 * n + 1) steps++;
    if (steps > longest) longest = steps;
  }
  return longest;
}
`;
const main = `import { primesBelow } from './primes.js';
console.log(primesBelow(1_000_000).length);
`;

function profiled(): string {
  const folder = makeFolder({ 'package.json': '{"type":"module"}', 'primes.js': program, 'main.js': main });
  execFileSync(process.execPath, ['--cpu-prof', '--cpu-prof-name', 'app.cpuprofile', 'main.js'], {
    cwd: folder,
  });
  return folder;
}

describe('a program and its profile', () => {
  test('loops that took time are worth a rewrite, whatever was guessed; those that did not run are not', async () => {
    const folder = profiled();
    const guessed = await doall(folder, ['scan', '--level', 'none']);
    expect(guessed.stdout).toContain('none is worth a look');
    const scan = await doall(folder, ['scan', '--profile', 'app.cpuprofile']);
    expect(scan).toMatchObject({ code: 1, stderr: '' });
    expect(scan.stdout).toMatch(
      /3:3 +for +parallel \(\w+\), [\d,]+ of [\d,]+ ms in the profile: on \d+ threads/,
    );
    expect(scan.stdout).not.toContain('12:3');
    const explain = await doall(folder, ['explain', 'primes.js:3', '--profile', 'app.cpuprofile']);
    expect(explain.stdout).toMatch(/Measured\s+in\s+the\s+profile: [\d.]+ m?s\. Enough\s+for\s+a\s+pool/);
  });

  test('apply rewrites those loops only', async () => {
    const folder = profiled();
    const { code, stdout } = await doall(folder, ['apply', '--profile', 'app.cpuprofile', '--force']);
    expect({ code, stdout: stdout.split('\n')[1] }).toEqual({ code: 0, stdout: '1 loop rewritten' });
    const rewritten = readFileSync(join(folder, 'primes.js'), 'utf8');
    expect(rewritten).toContain('range(0, limit)');
    expect(rewritten).toContain('let steps = 0;');
  });

  test('a profile of another program is said to be one; what is no profile is an error', async () => {
    const folder = makeFolder({
      'a.js': 'export const f = (xs) => xs.map((x) => x * 2);\n',
      'none.cpuprofile': '{"startTime":0,"endTime":1,"nodes":[]}',
      'bad.cpuprofile': '{}',
    });
    const other = await doall(folder, ['scan', '--profile', 'none.cpuprofile']);
    expect(other).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('none of the files ran in') as string,
    });
    for (const [command, target] of [
      ['scan', '.'],
      ['explain', 'a.js:1'],
      ['apply', '.'],
    ] as const) {
      const args = [
        command,
        target,
        '--profile',
        'bad.cpuprofile',
        ...(command === 'apply' ? ['--force'] : []),
      ];
      const { code, stderr } = await doall(folder, args);
      expect({ code, stderr }).toEqual({
        code: 2,
        stderr: expect.stringContaining('node --cpu-prof') as string,
      });
    }
  });
});
