/**
 * `npm run workloads [-- name…]`: what a rewrite gains on work of public repositories' own kinds.
 *
 * Two copies of each checkout (see bench/corpus) are built; one is rewritten first, by default or with a profile of the
 * workload. Both then run the workload by turns, each time in a process of its own, so that starting the workers
 * counts. What they give must be equal. Written to RESULTS.md, nothing tuned by hand.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { doall, installRuntime, project } from '../corpus/checkout.ts';
import { keep, median, printRow, type Row } from './results.ts';

interface Workload {
  readonly name: string;
  readonly repository: string;
  /** What is rewritten. */
  readonly paths: readonly string[];
  readonly build?: string;
  readonly isProfiled?: boolean;
}

const corpus = resolve(process.env['DOALL_CORPUS'] ?? join(project, '../corpus'));
const child = join(import.meta.dirname, 'child.mjs');
const rounds = 5;

function copyCheckout(checkout: string, target: string): void {
  mkdirSync(target);
  execFileSync('git', ['checkout-index', '--all', `--prefix=${target}/`], { cwd: checkout });
  symlinkSync(join(checkout, 'node_modules'), join(target, 'node_modules'));
}

function build(folder: string, { build: command }: Workload): void {
  if (command !== undefined) execFileSync('bash', ['-c', command], { cwd: folder, stdio: 'pipe' });
}

function run(
  folder: string,
  { name }: Workload,
  flags: readonly string[] = [],
): { ms: number; hash: string } {
  const program = pathToFileURL(join(import.meta.dirname, 'programs', `${name}.mjs`)).href;
  const printed = execFileSync(process.execPath, [...flags, child, program], {
    cwd: folder,
    encoding: 'utf8',
  });
  return JSON.parse(printed.trim().split('\n').at(-1) ?? '') as { ms: number; hash: string };
}

/** Rewrites the copy; gives the places of the loops. */
function rewrite(folder: string, scratch: string, workload: Workload): string[] {
  const profiles = join(scratch, 'profile');
  if (workload.isProfiled) run(folder, workload, ['--cpu-prof', `--cpu-prof-dir=${profiles}`]);
  const profile = workload.isProfiled ? ['--profile', join(profiles, readdirSync(profiles)[0] ?? '')] : [];
  const report = join(scratch, 'report.json');
  doall(folder, ['apply', '--force', '--report', report, ...profile, ...workload.paths]);
  const { rewritten } = JSON.parse(readFileSync(report, 'utf8')) as {
    rewritten: { file: string; line: number; plan: string }[];
  };
  return rewritten.map(({ file, line, plan }) => `${file}:${line} ${plan}`);
}

/** By turns, so that what else the machine does falls on both. */
function compare(
  before: string,
  after: string,
  workload: Workload,
): Pick<Row, 'before' | 'after' | 'isEqual'> {
  const samples = Array.from(
    { length: rounds },
    () => [run(before, workload), run(after, workload)] as const,
  );
  return {
    before: samples.map(([first]) => first.ms),
    after: samples.map(([, second]) => second.ms),
    isEqual: new Set(samples.flat().map(({ hash }) => hash)).size === 1,
  };
}

function measure(workload: Workload): Row {
  const checkout = join(corpus, workload.repository.replace('/', '+'));
  installRuntime(checkout);
  const scratch = mkdtempSync(join(tmpdir(), 'doall-workload-'));
  const [before, after] = [join(scratch, 'before'), join(scratch, 'after')];
  try {
    for (const folder of [before, after]) copyCheckout(checkout, folder);
    const loops = rewrite(after, scratch, workload);
    const { name, repository, isProfiled = false } = workload;
    const row = { name, repository, isProfiled, loops };
    if (loops.length === 0) return { ...row, before: [], after: [], isEqual: true };
    for (const folder of [before, after]) build(folder, workload);
    return { ...row, ...compare(before, after, workload) };
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

const wanted = process.argv.slice(2);
const workloads = JSON.parse(readFileSync(join(import.meta.dirname, 'workloads.json'), 'utf8')) as Workload[];
for (const workload of workloads) {
  if (wanted.length > 0 && !wanted.includes(workload.name)) continue;
  const row = measure(workload);
  console.log(printRow(row), `before ${median(row.before).toFixed(0)} ms`);
  keep(
    row,
    workloads.map(({ name }) => name),
  );
  if (!row.isEqual) process.exitCode = 1;
}
