/** Which files git would ignore, while a folder is walked from the top. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ignore, { type Ignore } from 'ignore';

interface IgnoreFile {
  readonly folder: string;
  readonly rules: Ignore;
}

/** The `.gitignore` files that hold in a folder, outermost first. */
export type IgnoreChain = readonly IgnoreFile[];

/** The chain for the parents of `folder`, up to the root of its git repository; empty outside of one. */
export function parentChain(folder: string): IgnoreChain {
  const parents: string[] = [];
  for (let at = folder; ; at = dirname(at)) {
    if (at !== folder) parents.unshift(at);
    if (existsSync(join(at, '.git'))) return parents.reduce(extendChain, []);
    if (dirname(at) === at) return [];
  }
}

/** The chain with the folder's own `.gitignore`, if it has one. */
export function extendChain(chain: IgnoreChain, folder: string): IgnoreChain {
  const file = join(folder, '.gitignore');
  if (!existsSync(file)) return chain;
  return [...chain, { folder, rules: ignore().add(readFileSync(file, 'utf8')) }];
}

/** Patterns that hold in `folder` as a `.gitignore` of it would. */
export function patternChain(folder: string, patterns: readonly string[]): IgnoreFile {
  return { folder, rules: ignore().add([...patterns]) };
}

/** Whether the innermost `.gitignore` that speaks of the path ignores it. */
export function isIgnored(chain: IgnoreChain, path: string, isFolder: boolean): boolean {
  for (const { folder, rules } of chain.toReversed()) {
    const name = relative(folder, path).split(sep).join('/') + (isFolder ? '/' : '');
    if (name.startsWith('../') || name === '/') continue;
    const { ignored, unignored } = rules.test(name);
    if (ignored || unignored) return ignored;
  }
  return false;
}
