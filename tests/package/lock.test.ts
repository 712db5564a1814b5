/** `npm ci` installs nothing when a platform's optional package isn't in the lock file, on any platform. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';

interface LockFile {
  readonly packages: Readonly<
    Record<string, { readonly optionalDependencies?: Readonly<Record<string, string>> }>
  >;
}

const root = resolve(import.meta.dirname, '../..');

test.each(['package-lock.json', 'bench/package-lock.json'])('%s names every optional package', (name) => {
  const { packages } = JSON.parse(readFileSync(join(root, name), 'utf8')) as LockFile;
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (optional) => !packages[`node_modules/${optional}`] && !packages[`${path}/node_modules/${optional}`],
    ),
  );
  expect(missing).toEqual([]);
});
