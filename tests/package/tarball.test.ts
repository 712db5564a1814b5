/** The packed tarball, installed in an empty project as a user would. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const limit = { timeout: 180_000 };
let folder = '';
let tarball = '';

function run(command: string, args: readonly string[], cwd = folder): string {
  return execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    timeout: limit.timeout,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const source = `const { range } = require('./range');
function heavy(x) {
  let total = 0;
  for (let n = 0; n < 200000; n++) total = (total * 31 + x * n) % 1009;
  return total;
}
function main(k) {
  const results = [];
  for (const a of range(20)) {
    results.push(heavy(a) * k);
  }
  return results;
}
console.log(main(3).join(' '));
`;

const rangeModule = `exports.range = (n) => Array.from({ length: n }, (_, i) => i);\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'doall-tarball-'));
  const packed = JSON.parse(
    run('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], root),
  ) as { filename: string }[] | Record<string, { filename: string }>;
  tarball = join(folder, Object.values(packed)[0]?.filename ?? '');
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name: 'empty', private: true }));
  const eslint = (
    JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { devDependencies: { eslint: string } }
  ).devDependencies.eslint;
  run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline', tarball, `eslint@${eslint}`]);
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/main.js'), source);
  writeFileSync(join(folder, 'src/range.js'), rangeModule);
}, limit.timeout);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the packed tarball', () => {
  test('the plugin loads by import and by require, with both configs', limit, () => {
    const byImport = run('node', [
      '--input-type=module',
      '-e',
      `import doall from 'doall'; console.log(Object.keys(doall.configs).join())`,
    ]);
    const byRequire = run('node', [
      '-e',
      `const doall = require('doall'); console.log(Object.keys((doall.default ?? doall).configs).join())`,
    ]);
    expect(byImport.trim().split(',')).toEqual(expect.arrayContaining(['recommended', 'strict']));
    expect(byRequire).toBe(byImport);
  });

  test('the runtime loads by import and by require', limit, () => {
    const names = `['task','map','mapSync','imap','imapSync','range','zip','enumerate','Pool'].map((name) => typeof runtime[name]).join()`;
    const byImport = run('node', [
      '--input-type=module',
      '-e',
      `import * as runtime from 'doall/runtime'; console.log(${names})`,
    ]);
    const byRequire = run('node', ['-e', `const runtime = require('doall/runtime'); console.log(${names})`]);
    expect(byImport.trim()).toBe(Array(9).fill('function').join());
    expect(byRequire).toBe(byImport);
  });

  test('the bin tells its version', limit, () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(run('npx', ['--no-install', 'doall', '--version']).trim()).toBe(version);
  });

  test('eslint lints with the recommended config', limit, () => {
    writeFileSync(
      join(folder, 'eslint.config.mjs'),
      `import doall from 'doall';\nexport default [doall.configs.recommended];\n`,
    );
    const report = JSON.parse(run('npx', ['--no-install', 'eslint', '--format', 'json', 'src'])) as {
      messages: { ruleId: string; line: number }[];
    }[];
    const messages = report.flatMap((file) => file.messages);
    expect(messages.map(({ ruleId, line }) => [ruleId, line])).toEqual([['doall/prefer-pool-map', 9]]);
  });

  test(
    'jscodeshift applies the transform by its path, and the rewritten program prints the same',
    limit,
    () => {
      const before = run('node', ['src/main.js']);
      const output = run('npx', [
        '--no-install',
        'jscodeshift',
        '-t',
        'node_modules/doall/dist/transforms/loop-to-pool-map.cjs',
        'src',
      ]);
      expect(output).toContain('1 ok');
      expect(output).toContain('0 errors');
      expect(readFileSync(join(folder, 'src/main.js'), 'utf8')).toContain('mapSync(');
      expect(readFileSync(join(folder, 'src/main.worker.js'), 'utf8')).toMatch(/task\(\s*__filename/);
      expect(run('node', ['src/main.js'])).toBe(before);
    },
  );

  test('publint has nothing to say', limit, () => {
    expect(run(join(root, 'node_modules/.bin/publint'), ['run', tarball, '--strict'])).toContain('All good!');
  });

  test('attw finds the types right for every kind of resolution', limit, () => {
    const report = run(join(root, 'node_modules/.bin/attw'), [tarball, '--format', 'json']);
    expect((JSON.parse(report) as { problems?: unknown }).problems ?? {}).toEqual({});
  });
});
