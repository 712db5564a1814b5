/** Which files the precision of `recommended` is measured on: whole repositories, and a sample of installed packages. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export interface SourceFile {
  /** `owner/repo: path`, `package@version: path`: the same on every machine. */
  readonly name: string;
  readonly path: string;
  /** The folder that imports are resolved in. */
  readonly root: string;
  readonly text: string;
}

const extension = /\.(?:[cm]?[jt]s|[jt]sx)$/;
const generated = /\.min\.|\.d\.[cm]?ts$|\.(?:umd|bundle|prod)\./;
/** Repositories' build results and copies of packages. */
const passedOver = new Set(['node_modules', '.git', 'dist', 'build', 'coverage', 'lib-cov', '.yarn']);
const largest = 300_000;

/** All sources of the repositories in `folder`, each a subfolder `owner+name`. */
export function repositoryFiles(folder: string): SourceFile[] {
  return readdirSync(folder)
    .filter((name) => name.includes('+') && statSync(join(folder, name)).isDirectory())
    .flatMap((name) => {
      const root = join(folder, name);
      const isWanted = (entry: string) => !passedOver.has(entry);
      return listFiles(root, isWanted).flatMap((path) =>
        read(path, root, `${name.replace('+', '/')}: ${relative(root, path)}`),
      );
    });
}

/** `count` files of the packages in the given `node_modules` folders, picked by the hash of their names. */
export function* packageFiles(folders: readonly string[], count: number): Generator<SourceFile> {
  const byName = new Map<string, { path: string; root: string }>();
  for (const { root, label } of folders.filter((one) => existsSync(one)).flatMap(packagesIn)) {
    for (const path of listFiles(root, (entry) => entry !== 'node_modules')) {
      byName.set(`${label}: ${relative(root, path)}`, { path, root });
    }
  }
  const names = [...byName.keys()].map(
    (name) => [createHash('sha1').update(name).digest('hex'), name] as const,
  );
  let left = count;
  for (const [, name] of names.sort(([a], [b]) => (a < b ? -1 : 1))) {
    const found = byName.get(name);
    if (left === 0 || !found) return;
    for (const file of read(found.path, found.root, name)) {
      left--;
      yield file;
    }
  }
}

function packagesIn(folder: string): { root: string; label: string }[] {
  const inside = resolve(folder);
  return readdirSync(inside).flatMap((name) => {
    if (name.startsWith('@')) {
      return readdirSync(join(inside, name)).flatMap((inner) => packageAt(join(inside, name, inner)));
    }
    return packageAt(join(inside, name));
  });
}

function packageAt(root: string): { root: string; label: string }[] {
  const manifest = join(root, 'package.json');
  if (!existsSync(manifest)) return [];
  const { name, version } = JSON.parse(readFileSync(manifest, 'utf8')) as Record<string, string>;
  return [{ root, label: `${name ?? '?'}@${version ?? '?'}` }];
}

function listFiles(folder: string, isWanted: (entry: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return isWanted(entry.name) ? listFiles(path, isWanted) : [];
      return entry.isFile() && extension.test(entry.name) && !generated.test(entry.name) ? [path] : [];
    });
}

/** Nothing for what is too large, or written by a machine in long lines. */
function read(path: string, root: string, name: string): SourceFile[] {
  if (statSync(path).size > largest) return [];
  const text = readFileSync(path, 'utf8');
  const lines = text.split('\n').length;
  return text.length / lines > 200 ? [] : [{ name, path, root, text }];
}
