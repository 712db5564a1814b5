/**
 * `npm run corpus [-- name…]`: applies the transform to public repositories and runs their own checks before and after.
 *
 * The checkouts stand outside the project, in the folder named by DOALL_CORPUS (default `../corpus`), one folder a
 * repository, `owner+name`, at the commit in repositories.json. Each is changed in place and put back; a checkout
 * with changes of its own is left alone. A repository that isn't there is named and skipped.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describeChecks, sameCounts, type Counts } from './counts.ts';

interface Repository {
  readonly name: string;
  readonly commit: string;
  readonly install: string;
  /** Label → shell command; its output is read for counts. */
  readonly checks: Readonly<Record<string, string>>;
  readonly paths: readonly string[];
}

interface Row {
  readonly name: string;
  readonly scanned: string;
  readonly rewritten: number;
  readonly before: Record<string, Counts>;
  readonly after: Record<string, Counts>;
  readonly secondRunChanges: number;
  readonly same: boolean;
}

const project = resolve(import.meta.dirname, '../..');
const corpus = resolve(process.env['DOALL_CORPUS'] ?? join(project, '../corpus'));
const bin = join(project, 'dist/cli/main.js');
const commandLimitMs = 10 * 60_000;
/** DOALL_CORPUS_FLAGS="--min-work 0" rewrites every legal loop, worthwhile or not. */
const flags = (process.env['DOALL_CORPUS_FLAGS'] ?? '').split(' ').filter((flag) => flag !== '');

function git(folder: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd: folder, encoding: 'utf8' });
}

/** Some repositories don't ignore node_modules. */
function changedFiles(folder: string): string[] {
  return git(folder, 'status', '--porcelain', '--untracked-files=all', '--', '.', ':!node_modules')
    .split('\n')
    .filter((line) => line !== '');
}

function runChecks(folder: string, repository: Repository): Record<string, Counts> {
  return Object.fromEntries(
    Object.entries(repository.checks).map(([label, command]) => {
      const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
        cwd: folder,
        encoding: 'utf8',
        timeout: commandLimitMs,
        maxBuffer: 1 << 28,
      });
      return [label, { status, ...describeChecks(`${stdout}\n${stderr}`) }];
    }),
  );
}

/** Puts the built package where the rewritten code looks for `doall/runtime`, as an install would. */
function installRuntime(folder: string): void {
  const target = join(folder, 'node_modules/doall');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  cpSync(join(project, 'dist'), join(target, 'dist'), { recursive: true });
  cpSync(join(project, 'package.json'), join(target, 'package.json'));
  cpSync(join(project, 'runtime'), join(target, 'runtime'), { recursive: true });
}

function doall(folder: string, args: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    timeout: commandLimitMs,
    maxBuffer: 1 << 28,
  });
  if (status === 2 || status === null)
    throw new Error(`doall ${args.join(' ')}: ${stderr}${stdout}${error?.message ?? ''}`);
  return stdout;
}

function scan(folder: string, repository: Repository): string {
  const report = JSON.parse(doall(folder, ['scan', '--all', '--format', 'json', ...repository.paths])) as {
    files: number;
    skipped: unknown[];
    loops: { outcome: string }[];
  };
  const parallel = report.loops.filter((loop) => loop.outcome === 'parallel').length;
  return `${report.files} files, ${report.skipped.length} skipped, ${parallel}/${report.loops.length} loops parallel`;
}

function measure(repository: Repository): Row | string {
  const folder = join(corpus, repository.name.replace('/', '+'));
  if (!existsSync(join(folder, 'node_modules'))) {
    return `${repository.name}: skipped: clone it at ${repository.commit} into ${folder} and run ${repository.install}`;
  }
  git(folder, 'checkout', '--quiet', '--', '.');
  const dirty = changedFiles(folder);
  if (dirty.length > 0) return `${repository.name}: skipped: ${folder} holds files of its own (${dirty[0]})`;
  installRuntime(folder);
  try {
    const before = runChecks(folder, repository);
    git(folder, 'checkout', '--quiet', '--', '.');
    const scanned = scan(folder, repository);
    doall(folder, ['apply', '--force', ...flags, ...repository.paths]);
    const rewritten = changedFiles(folder);
    const first = git(folder, 'diff');
    const after = runChecks(folder, repository);
    doall(folder, ['apply', '--force', ...flags, ...repository.paths]);
    const second = git(folder, 'diff');
    return {
      name: repository.name,
      scanned,
      rewritten: rewritten.length,
      before,
      after,
      secondRunChanges: first === second ? 0 : 1,
      same: Object.keys(before).every((label) => sameCounts(before[label], after[label])),
    };
  } finally {
    git(folder, 'checkout', '--quiet', '--', '.');
    git(folder, 'clean', '--quiet', '-fd', '--exclude=node_modules');
  }
}

function printRow(row: Row): void {
  console.log(`\n${row.name}: ${row.scanned}; ${row.rewritten} files changed or written`);
  for (const label of Object.keys(row.before)) {
    console.log(`  ${label.padEnd(6)} before: ${row.before[label]?.text}`);
    console.log(`  ${' '.repeat(6)}  after: ${row.after[label]?.text}`);
  }
  console.log(
    `  second run ${row.secondRunChanges === 0 ? 'changes nothing' : 'CHANGES FILES'}; ${row.same ? 'same' : 'DIFFERENT'}`,
  );
}

const wanted = process.argv.slice(2);
const repositories = (
  JSON.parse(readFileSync(join(import.meta.dirname, 'repositories.json'), 'utf8')) as Repository[]
).filter(({ name }) => wanted.length === 0 || wanted.some((part) => name.includes(part)));
let [passed, failed, skipped] = [0, 0, 0];
for (const repository of repositories) {
  const row = measure(repository);
  if (typeof row === 'string') {
    console.log(`\n${row}`);
    skipped += 1;
    continue;
  }
  printRow(row);
  if (row.same && row.secondRunChanges === 0) passed += 1;
  else failed += 1;
}
console.log(`\ncorpus: ${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed > 0 ? 1 : 0;
