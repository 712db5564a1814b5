// What the workloads gave, kept in results.json by name, and RESULTS.md made of it.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { describeConditions } from '../corpus/results.ts';

export interface Row {
  readonly name: string;
  readonly repository: string;
  readonly isProfiled: boolean;
  /** Places and plans of the loops that were rewritten. */
  readonly loops: readonly string[];
  /** Milliseconds of each run; none where nothing was rewritten. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** Every run gave the same. */
  readonly isEqual: boolean;
}

type Kept = Row & { readonly conditions: string };

const store = join(import.meta.dirname, 'results.json');
const page = join(import.meta.dirname, 'RESULTS.md');

/** The middle sample, the lower of two; NaN for none. */
export function median(samples: readonly number[]): number {
  return [...samples].sort((a, b) => a - b)[(samples.length - 1) >> 1] ?? NaN;
}

/** The median of the ratios of neighbouring runs: a slow moment of the machine falls on both. */
function speedup({ before, after }: Row): number {
  return median(before.map((ms, k) => ms / (after[k] as number)));
}

/** Replaces what is known of the same workload, and writes both files. */
export function keep(row: Row, order: readonly string[]): void {
  const known = existsSync(store) ? (JSON.parse(readFileSync(store, 'utf8')) as Kept[]) : [];
  const load = loadavg()[0]?.toFixed(1);
  const kept = { ...row, conditions: `${describeConditions()}, load ${load}` };
  const rows = [...known.filter(({ name }) => name !== row.name), kept];
  rows.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  writeFileSync(store, `${JSON.stringify(rows, undefined, 1)}\n`);
  writeFileSync(page, printPage(rows));
}

/** A line of the table. */
export function printRow(row: Row): string {
  const isMeasured = row.before.length > 0;
  const cells = [
    row.name,
    row.repository,
    row.isProfiled ? 'profile' : 'default',
    row.loops.join(', ') || 'none',
    isMeasured ? median(row.before).toFixed(0) : '–',
    isMeasured ? median(row.after).toFixed(0) : '–',
    isMeasured ? speedup(row).toFixed(2) : '–',
    isMeasured ? (row.isEqual ? 'equal' : '**different**') : '–',
  ];
  return `| ${cells.join(' | ')} |`;
}

function printPage(rows: readonly Kept[]): string {
  return `# Workloads of public repositories

Written by \`npm run workloads [-- name…]\`: a copy of the repository is rewritten by \`doall apply\`, by default or with a profile of
the workload, and runs by turns with one that isn't, each time in a process of its own: starting the workers counts. Medians of
milliseconds; the speed-up is the median of neighbouring runs. The programs and what they compute: \`bench/workloads/programs\`.

| workload | repository | rewritten by | loops | before, ms | after, ms | speed-up | results |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.map(printRow).join('\n')}

Conditions:

${rows.map(({ name, conditions }) => `- ${name}: ${conditions}`).join('\n')}
`;
}
