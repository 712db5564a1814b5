// What was seen, kept in results.json by repository and flags, and RESULTS.md made of it; a run of some repositories
// leaves the others as they were.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { project, type Checks, type Repository } from './checkout.ts';
import { sameCounts, type Counts } from './counts.ts';

/** One repository, rewritten with some flags. */
export interface Row {
  readonly name: string;
  /** Of `doall apply`; the empty string is the default. */
  readonly flags: string;
  readonly scanned: string;
  readonly loops: number;
  readonly files: number;
  readonly before: Checks;
  readonly after: Checks;
  readonly secondRunChanges: boolean;
  readonly conditions: string;
}

const store = join(import.meta.dirname, 'results.json');
const page = join(import.meta.dirname, 'RESULTS.md');

/** What a figure depends on. */
export function describeConditions(): string {
  const revision = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: project, encoding: 'utf8' });
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
  return `${when} UTC, doall ${revision.trim()}, Node ${process.version}, ${availableParallelism()} cores`;
}

/** True when every check said the same before and after, and a second run had nothing to do. */
export function isSame({ before, after, secondRunChanges }: Row): boolean {
  return !secondRunChanges && Object.keys(before).every((label) => sameCounts(before[label], after[label]));
}

/** Replaces what is known of the same repository and flags, and writes both files. */
export function keep(row: Row, repositories: readonly Repository[]): void {
  const known = existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Row[]) : [];
  const rank = ({ name }: Row) => repositories.findIndex((repository) => repository.name === name);
  const others = known.filter(({ name, flags }) => name !== row.name || flags !== row.flags);
  const rows = [...others, row].sort((a, b) => rank(a) - rank(b) || a.flags.length - b.flags.length);
  writeFileSync(store, `${JSON.stringify(rows, undefined, 1)}\n`);
  writeFileSync(page, printPage(rows, repositories));
}

function printPage(rows: readonly Row[], repositories: readonly Repository[]): string {
  const same = rows.filter(isSame).length;
  const missing = repositories.filter(({ name }) => rows.every((row) => row.name !== name));
  const commits = repositories.map(({ name, commit }) => `${name} ${commit}`).join(', ');
  return `# Public repositories before and after

Written by \`npm run corpus [-- name…]\`: \`doall apply\` on the whole repository, then its own type-check and tests, and a second
run, which must change nothing. Once by default and once with \`--min-work 0\`, which rewrites every legal loop, worthwhile or not.
Seconds are processor time, on a machine with other work. ${same} of ${rows.length} runs are the same before and after.
${missing.length > 0 ? `\nNot run: ${missing.map(({ name }) => name).join(', ')}.\n` : ''}
| repository | flags | loops (files) | before | after | second run | |
| --- | --- | --- | --- | --- | --- | --- |
${rows.map(printRow).join('\n')}

Commits: ${commits}.

Conditions:

${rows.map(({ name, flags, conditions }) => `- ${name}${flags ? ` ${flags}` : ''}: ${conditions}`).join('\n')}
`;
}

function printRow(row: Row): string {
  const second = row.secondRunChanges ? '**changes files**' : 'nothing';
  const cells = [
    row.name,
    row.flags || 'none',
    `${row.loops} (${row.files})`,
    printChecks(row.before),
    printChecks(row.after),
    second,
    isSame(row) ? 'same' : '**different**',
  ];
  return `| ${cells.join(' | ')} |`;
}

function printChecks(checks: Checks): string {
  return Object.entries(checks)
    .map(([label, counts]) => `${label}: ${printCounts(counts)}`)
    .join('; ');
}

/** A compiler that finds nothing says nothing. */
export function printCounts({ status, text, seconds }: Counts): string {
  const said =
    text === '' ? (status === 0 ? 'no errors' : `exit code ${status}`) : text.replaceAll('|', '\\|');
  return seconds === undefined ? said : `${said} (${seconds.toFixed(0)} s)`;
}
