/**
 * `npm run corpus [-- name…]`: applies the transform to public repositories and runs their own checks before and after.
 *
 * The checkouts stand outside the project, in the folder named by DOALL_CORPUS (default `../corpus`), one folder a
 * repository, `owner+name`, at the commit in repositories.json. Each is changed in place and put back; a checkout
 * with changes of its own is left alone. A repository that isn't there is named and skipped. DOALL_CORPUS_FLAGS names
 * the flags of the one run to make, in place of the two: by default, and with `--min-work 0`.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import {
  changedFiles,
  doall,
  installRuntime,
  printChanges,
  project,
  restore,
  runChecks,
  scan,
  type Checks,
  type Repository,
} from './checkout.ts';
import { describeConditions, isSame, keep, printCounts, type Row } from './results.ts';

const corpus = resolve(process.env['DOALL_CORPUS'] ?? join(project, '../corpus'));
const flagSets =
  process.env['DOALL_CORPUS_FLAGS'] === undefined
    ? ['', '--min-work 0']
    : [process.env['DOALL_CORPUS_FLAGS']];

/** Why the repository can't be measured, if it can't. */
function findObstacle({ name, commit, install }: Repository, folder: string): string | undefined {
  if (!existsSync(join(folder, 'node_modules')))
    return `clone it at ${commit} into ${folder} and run ${install}`;
  const [first] = changedFiles(folder);
  return first === undefined ? undefined : `${name} holds changes of its own (${first.trim()})`;
}

/** Rewrites the repository; gives the number of loops. */
function apply(folder: string, { paths }: Repository, flags: string): number {
  const scratch = mkdtempSync(join(tmpdir(), 'doall-corpus-'));
  const report = join(scratch, 'report.json');
  try {
    const options = flags.split(' ').filter((flag) => flag !== '');
    doall(folder, ['apply', '--force', '--report', report, ...options, ...paths]);
    const { rewritten } = JSON.parse(readFileSync(report, 'utf8')) as { rewritten: unknown[] };
    return rewritten.length;
  } finally {
    rmSync(scratch, { recursive: true });
  }
}

function measure(
  folder: string,
  repository: Repository,
  flags: string,
  before: Checks,
  scanned: string,
): Row {
  try {
    const loops = apply(folder, repository, flags);
    const files = changedFiles(folder).length;
    const first = printChanges(folder);
    apply(folder, repository, flags);
    // Before the checks, which may write files of their own.
    const secondRunChanges = printChanges(folder) !== first;
    const after = runChecks(folder, repository);
    return {
      name: repository.name,
      flags,
      scanned,
      loops,
      files,
      before,
      after,
      secondRunChanges,
      conditions: describeConditions(),
    };
  } finally {
    restore(folder);
  }
}

function printRow(row: Row): void {
  console.log(
    `\n${row.name} ${row.flags}: ${row.scanned}; ${row.loops} loops rewritten, ${row.files} files changed or written`,
  );
  for (const [label, counts] of Object.entries(row.before)) {
    console.log(`  ${label.padEnd(6)} before: ${printCounts(counts)}`);
    console.log(`  ${' '.repeat(6)}  after: ${row.after[label] && printCounts(row.after[label])}`);
  }
  console.log(
    `  second run ${row.secondRunChanges ? 'CHANGES FILES' : 'changes nothing'}; ${isSame(row) ? 'same' : 'DIFFERENT'}`,
  );
}

function main(wanted: readonly string[]): void {
  const repositories = JSON.parse(
    readFileSync(join(import.meta.dirname, 'repositories.json'), 'utf8'),
  ) as Repository[];
  const count = { same: 0, different: 0, skipped: 0 };
  for (const repository of repositories) {
    if (wanted.length > 0 && !wanted.some((part) => repository.name.includes(part))) continue;
    const folder = join(corpus, repository.name.replace('/', '+'));
    const obstacle = findObstacle(repository, folder);
    if (obstacle !== undefined) {
      console.log(`\n${repository.name}: skipped: ${obstacle}`);
      count.skipped += 1;
      continue;
    }
    restore(folder);
    installRuntime(folder);
    const before = runChecks(folder, repository);
    restore(folder);
    const scanned = scan(folder, repository);
    for (const flags of flagSets) {
      const row = measure(folder, repository, flags, before, scanned);
      printRow(row);
      keep(row, repositories);
      count[isSame(row) ? 'same' : 'different'] += 1;
    }
  }
  console.log(
    `\ncorpus: ${count.same} runs the same, ${count.different} different, ${count.skipped} repositories skipped`,
  );
  process.exitCode = count.different > 0 ? 1 : 0;
}

main(process.argv.slice(2));
