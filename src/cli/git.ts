/** Whether a rewrite could be told from, or undone apart from, other changes. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { UserError } from './errors.ts';
import { nameOf } from './files.ts';

/**
 * Those of the files that git has uncommitted changes of, or doesn't know yet; empty outside of a repository or without
 * git.
 */
export function findUncommitted(files: readonly string[]): string[] {
  const repositories = new Map<string, string[]>();
  for (const file of files) {
    const root = repositoryOf(dirname(file));
    if (root !== undefined) repositories.set(root, [...(repositories.get(root) ?? []), file]);
  }
  return [...repositories].flatMap(([root, members]) => {
    const changed = changedFiles(root);
    return members.filter((file) => changed.has(relative(root, file).split(sep).join('/')));
  });
}

export function repositoryOf(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder;
  const parent = dirname(folder);
  return parent === folder ? undefined : repositoryOf(parent);
}

function changedFiles(root: string): ReadonlySet<string> {
  const args = ['status', '--porcelain=v1', '-z', '--no-renames', '--untracked-files=all'];
  const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 2 ** 28 });
  return new Set(status === 0 ? stdout.split('\0').map((line) => line.slice(3)) : []);
}

/** @throws {UserError} when a rewrite could not be told from changes that are already there */
export function requireCommitted(files: readonly string[]): void {
  const uncommitted = findUncommitted(files).map(nameOf);
  if (uncommitted.length === 0) return;
  const shown = uncommitted.slice(0, 3).join(', ') + (uncommitted.length > 3 ? ', …' : '');
  throw new UserError(
    `uncommitted changes in ${uncommitted.length} of the files (${shown}): commit or stash them first, or pass --force`,
  );
}
