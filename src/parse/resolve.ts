/** Specifier → file, as Node, TypeScript and bundlers find it: `./x`, `./x.js` → x.ts, index files, tsconfig paths, packages. */
import { statSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { resolvePackage } from './resolve-package.ts';
import { resolveAlias } from './tsconfig.ts';

const extensions = ['.ts', '.tsx', '.mts', '.cts', '.js', '.mjs', '.cjs', '.jsx'];

/** What TypeScript's own output extension stands for in source: `./x.js` may be x.ts. */
const sourceExtensions: Record<string, readonly string[]> = {
  '.js': ['.ts', '.tsx', '.jsx'],
  '.mjs': ['.mts'],
  '.cjs': ['.cts'],
  '.jsx': ['.tsx'],
};

/** The absolute path that a specifier leads to; undefined when there is no such source file. */
export function resolveSpecifier(specifier: string, fromFile: string, root: string): string | undefined {
  if (!isAbsolute(fromFile)) return undefined;
  if (specifier.startsWith('.') || isAbsolute(specifier)) {
    return findSourceFile(resolve(dirname(fromFile), specifier));
  }
  const aliased = resolveAlias(specifier, fromFile, root);
  for (const candidate of aliased) {
    const found = findSourceFile(candidate);
    if (found) return found;
  }
  const target = resolvePackage(specifier, fromFile);
  return target === undefined ? undefined : findSourceFile(target);
}

/** The path itself, its TypeScript source, with an extension added, or the folder's index. */
export function findSourceFile(path: string): string | undefined {
  const extension = /\.[cm]?jsx?$/.exec(path)?.[0] ?? '';
  const stem = path.slice(0, path.length - extension.length);
  const candidates = [
    ...(isSourceName(path) ? [path] : []),
    ...(sourceExtensions[extension] ?? []).map((other) => stem + other),
    ...extensions.map((other) => path + other),
    ...extensions.map((other) => join(path, `index${other}`)),
  ];
  return candidates.find(isFile);
}

function isSourceName(path: string): boolean {
  return extensions.some((extension) => path.endsWith(extension)) && !/\.d\.[cm]?ts$/.test(path);
}

export function isFile(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
  } catch {
    return false; // below a file, or not to be looked at
  }
}
