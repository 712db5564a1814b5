// The declarations as built, as users' compilers read them: strict, libraries checked, nothing of Node known.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'tsdown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import configs from '../../tsdown.config.ts';

const root = resolve(import.meta.dirname, '../..');
let dir: string;
let home: string;

beforeAll(async () => {
  dir = realpathSync(mkdtempSync(join(tmpdir(), 'doall-types-')));
  home = join(dir, 'node_modules/doall');
  mkdirSync(home, { recursive: true });
  cpSync(join(root, 'package.json'), join(home, 'package.json'));
  cpSync(join(root, 'runtime'), join(home, 'runtime'), { recursive: true });
  cpSync(join(import.meta.dirname, 'types'), dir, { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{ "type": "module" }');
  const [runtime] = configs as [object];
  await build({ ...runtime, config: false, outDir: join(home, 'dist'), logLevel: 'silent' });
}, 240_000);

afterAll(() => rmSync(dir, { recursive: true, force: true }));

/** What the compiler complains about. */
function compile(file: string, options: string): string {
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  const common = '--ignoreConfig --strict --noEmit --module nodenext --typeRoots none';
  const { stdout } = spawnSync(process.execPath, [tsc, ...common.split(' '), ...options.split(' '), file], {
    cwd: dir,
    encoding: 'utf8',
    timeout: 50_000,
  });
  return stdout;
}

test.each([
  ['plain.ts', '--target es2017 --lib es2017'],
  ['using.ts', '--target es2022 --lib es2022,esnext.disposable,dom'],
  ['checked.js', '--target es2017 --allowJs --checkJs'],
])(
  '%s compiles with %s',
  (file, options) => {
    expect(compile(file, options)).toBe('');
  },
  60_000,
);

test('the declarations import nothing, and have no syntax newer than TypeScript 3.9', () => {
  const text = readFileSync(join(home, 'dist/runtime.d.ts'), 'utf8');
  expect(text).not.toMatch(/^import |^export \{[^}]*\btype |abstract new|Awaited</m);
});

test('built-in modules are named as old resolvers know them', () => {
  expect(readFileSync(join(home, 'dist/runtime.cjs'), 'utf8')).not.toMatch(/require\(.node:/);
});

test('the built runtime is one file of the size that is told of it', () => {
  expect(readFileSync(join(home, 'dist/runtime.js')).length).toBeLessThan(60_100);
});
