// One public repository's checkout: its own checks, doall on it, and putting it back.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeChecks, type Counts } from './counts.ts';

export interface Repository {
  readonly name: string;
  readonly commit: string;
  readonly install: string;
  /** Label → shell command; its output is read for counts. */
  readonly checks: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
}

export type Checks = Record<string, Counts>;

export const project = resolve(import.meta.dirname, '../..');
const bin = join(project, 'dist/cli/main.js');
const limitSeconds = 1200;

/** Installs write these; what they hold is no business of the checks. */
const installed = [':!node_modules', ':!package-lock.json', ':!yarn.lock'];

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

/** Some repositories don't ignore node_modules. */
export function changedFiles(folder: string): string[] {
  return git(folder, 'status', '--porcelain', '--untracked-files=all', '--', '.', ...installed)
    .split('\n')
    .filter((line) => line !== '');
}

/** What differs from the commit: the text of tracked and of new files. */
export function printChanges(folder: string): string {
  const files = changedFiles(folder).map((line) => line.slice(3));
  if (files.length > 0) git(folder, 'add', '--intent-to-add', '--', ...files);
  return git(folder, 'diff');
}

/** Makes the checkout what its commit says, but for what an install wrote. */
export function restore(folder: string): void {
  git(folder, 'reset', '--quiet');
  git(folder, 'checkout', '--quiet', '--', '.');
  git(folder, 'clean', '--quiet', '-fd', '--exclude=node_modules', '--exclude=package-lock.json');
}

/** Runs the repository's own checks, each with all that it starts ended after twenty minutes. */
export function runChecks(folder: string, { checks }: Repository): Checks {
  return Object.fromEntries(
    Object.entries(checks).map(([label, command]) => {
      const script = `${command}\nstatus=$?; times >&2; exit $status`;
      const { status, stdout, stderr } = spawnSync('timeout', [String(limitSeconds), 'bash', '-c', script], {
        cwd: folder,
        encoding: 'utf8',
        maxBuffer: 1 << 28,
      });
      const described =
        status === 124 ? { text: `not done in ${limitSeconds} s` } : describeChecks(stdout + '\n' + stderr);
      return [label, { status, ...described }];
    }),
  );
}

/** Puts the built package where the rewritten code looks for `doall/runtime`, as an install would. */
export function installRuntime(folder: string): void {
  const target = join(folder, 'node_modules/doall');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  for (const part of ['dist', 'package.json', 'runtime']) {
    cpSync(join(project, part), join(target, part), { recursive: true });
  }
}

export function doall(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: limitSeconds * 1000,
    maxBuffer: 1 << 28,
  });
  if (status === 2 || status === null)
    throw new Error(`doall ${args.join(' ')}: ${stderr}${stdout}${error?.message ?? ''}`);
  return stdout;
}

/** What `doall scan` counts in the repository. */
export function scan(folder: string, { paths }: Repository): string {
  const report = JSON.parse(doall(folder, ['scan', '--all', '--format', 'json', ...paths])) as {
    files: number;
    skipped: unknown[];
    loops: { outcome: string }[];
  };
  const parallel = report.loops.filter((loop) => loop.outcome === 'parallel').length;
  return `${report.files} files, ${report.skipped.length} skipped, ${parallel} of ${report.loops.length} loops parallel`;
}
