import { symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { discoverFiles } from '../../src/cli/discover.ts';
import { makeFolder } from './harness.ts';

const code = 'export {};\n';

function listed(
  folder: string,
  options: { gitignore?: boolean; exclude?: string[]; paths?: string[] } = {},
): string[] {
  const { paths = ['.'], gitignore = true, exclude = [] } = options;
  const { files } = discoverFiles({ paths: paths.map((path) => join(folder, path)), gitignore, exclude });
  return files.map((file) => relative(folder, file));
}

describe('which files are found', () => {
  test('every source extension, by name, without declarations, node_modules and dot folders', () => {
    const names = ['a.js', 'b.mjs', 'c.cjs', 'd.jsx', 'e.ts', 'f.mts', 'g.cts', 'h.tsx'];
    const others = [
      'a.d.ts',
      'b.d.mts',
      'c.css.d.ts',
      'd.json',
      'e.vue',
      'node_modules/x/i.js',
      '.cache/j.js',
      'deep/node_modules/k.js',
    ];
    const folder = makeFolder(
      Object.fromEntries([...names, ...others, 'deep/z.js'].map((name) => [name, code])),
    );
    expect(listed(folder)).toEqual([...names, 'deep/z.js'].sort());
  });

  test('worker modules that doall wrote are left out, other worker files are not', () => {
    const folder = makeFolder({
      'a.worker.js': '// Written by doall from a.js\n',
      'b.worker.ts': '// our own worker\n',
      'c.js': '// doall is mentioned here\n',
    });
    expect(listed(folder)).toEqual(['b.worker.ts', 'c.js']);
  });

  test('nested .gitignore files: the innermost one decides', () => {
    const folder = makeFolder({
      '.gitignore': 'build/\n*.gen.js\n',
      'a.js': code,
      'a.gen.js': code,
      'build/b.js': code,
      'kept/.gitignore': '!*.gen.js\n/local.js\n',
      'kept/c.gen.js': code,
      'kept/local.js': code,
      'kept/deep/local.js': code,
    });
    expect(listed(folder)).toEqual(['a.js', 'kept/c.gen.js', 'kept/deep/local.js']);
    expect(listed(folder, { gitignore: false })).toHaveLength(6);
  });

  test("a repository's .gitignore holds in its subfolders, but not when a person names an ignored folder or file", () => {
    const folder = makeFolder({
      '.git/HEAD': '',
      '.gitignore': 'out/\n/src/skip.js\n',
      'src/a.js': code,
      'src/skip.js': code,
      'out/b.js': code,
    });
    expect(listed(folder, { paths: ['src'] })).toEqual(['src/a.js']);
    expect(listed(folder, { paths: ['out', 'src/skip.js'] })).toEqual(['out/b.js', 'src/skip.js']);
  });

  test('--exclude leaves out more', () => {
    const folder = makeFolder({ 'a.js': code, 'a.test.js': code, 'lib/b.test.js': code });
    const from = process.cwd();
    try {
      process.chdir(folder);
      expect(listed(folder, { exclude: ['*.test.js'] })).toEqual(['a.js']);
    } finally {
      process.chdir(from);
    }
  });

  test('loops of links end, each file is listed once', () => {
    const folder = makeFolder({ 'src/a.js': code });
    symlinkSync(folder, join(folder, 'src/loop'), 'dir');
    symlinkSync(join(folder, 'nowhere'), join(folder, 'src/broken.js'));
    expect(listed(folder, { paths: ['.', 'src', 'src/a.js'] })).toEqual(['src/a.js']);
  });

  test('missing paths and empty folders are named', () => {
    const folder = makeFolder({ 'empty/readme.md': '' });
    const { files, failed } = discoverFiles({
      paths: [join(folder, 'empty'), join(folder, 'gone')],
      gitignore: true,
      exclude: [],
    });
    expect(files).toEqual([]);
    expect(failed.map(({ file, reason }) => [relative(folder, file), reason])).toEqual([
      ['empty', 'missing'],
      ['gone', 'missing'],
    ]);
  });
});
