/** `npm ci` on any machine, on any day: what would make it install nothing, or something else. */
import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

type Specifiers = Readonly<Record<string, string>>;

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly dependencies?: Specifiers; readonly optionalDependencies?: Specifiers }>
  >;
}

const root = resolve(import.meta.dirname, '../..');

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(root, name), 'utf8'));
}

describe.each(['package-lock.json', 'bench/package-lock.json'])('%s', (name) => {
  const { packages } = readJson(name) as LockFile;

  test('names the optional packages of every platform', () => {
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (optional) => !packages[`node_modules/${optional}`] && !packages[`${path}/node_modules/${optional}`],
      ),
    );
    expect(missing).toEqual([]);
  });

  test('follows no tag, which may name another version tomorrow, unless package.json overrides it', () => {
    const manifest = join(dirname(name), 'package.json');
    const { overrides = {} } = readJson(manifest) as { readonly overrides?: Specifiers };
    const tagged = Object.entries(packages).flatMap(([path, { dependencies = {} }]) =>
      Object.entries(dependencies).flatMap(([wanted, range]) =>
        /^[a-z]+$/i.test(range) && range !== 'x' && !(wanted in overrides)
          ? [`${path}: ${wanted}@${range}`]
          : [],
      ),
    );
    expect(tagged).toEqual([]);
  });
});
