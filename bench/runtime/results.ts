// What was measured, kept in results.json, and RESULTS.md made of it. Both are written after every program, so that
// nothing is lost when a run is stopped, and a run of some sections leaves the others as they were.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { root, type Sample } from './project.ts';
import type { Lookup, Section, SectionLookup, Target } from './sections.ts';

/** Samples of one section, by row and column, and the conditions that they were taken under. */
interface Measured {
  readonly conditions: string;
  readonly rows: Record<string, Record<string, number[]>>;
}

const store = join(root, 'bench/results.json');
const page = join(root, 'bench/RESULTS.md');

export class Results {
  readonly #measured: Record<string, Measured>;
  readonly #isKept: boolean;
  /** Cells measured in this run. */
  readonly #fresh = new Set<string>();

  /** @param isKept whether what is measured is written to the files */
  constructor(isKept: boolean) {
    this.#isKept = isKept;
    const isOld = isKept && existsSync(store);
    this.#measured = isOld ? (JSON.parse(readFileSync(store, 'utf8')) as Record<string, Measured>) : {};
  }

  /** Notes the conditions of a run. */
  begin({ id }: Section): void {
    const load = loadavg().map((value) => value.toFixed(1));
    const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
    const conditions = `${when} UTC, Node ${process.version}, load ${load.join(' ')} before`;
    this.#measured[id] = { conditions, rows: this.#measured[id]?.rows ?? {} };
  }

  /** Adds a sample; the first of a cell takes the place of those of earlier runs. */
  add({ id }: Section, { row, column, value }: Sample): void {
    const { rows } = this.#measured[id] as Measured;
    const key = JSON.stringify([id, row, column]);
    const cells = (rows[row] ??= {});
    cells[column] = this.#fresh.has(key) ? [...(cells[column] ?? []), value] : [value];
    this.#fresh.add(key);
  }

  /** Adds what follows from measured samples. */
  derive(section: Section): void {
    const known: SectionLookup = (id, row, column) => lookup(this.#measured[id]?.rows ?? {})(row, column);
    for (const sample of section.derive?.(known) ?? []) this.add(section, sample);
  }

  /** Writes the files. */
  save(sections: readonly Section[]): void {
    if (!this.#isKept) return;
    writeFileSync(store, `${JSON.stringify(this.#measured, undefined, 1)}\n`);
    writeFileSync(page, this.print(sections));
  }

  /** All that is known as one Markdown page. */
  print(sections: readonly Section[]): string {
    const known = sections.filter(({ id }) => Object.keys(this.#measured[id]?.rows ?? {}).length > 0);
    return `${head()}\n${known.map((section) => this.printSection(section)).join('\n')}`;
  }

  printSection(section: Section): string {
    const { conditions, rows } = this.#measured[section.id] as Measured;
    return `## ${section.title}\n\n${section.note}\n\n${tableOf(rows, section)}\n\n(${conditions})\n`;
  }

  /** Figures that miss what is asked for. */
  misses(section: Section): string[] {
    const rows = this.#measured[section.id]?.rows ?? {};
    return Object.entries(rows).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, samples]) => {
        const target = section.target?.(row, column, lookup(rows));
        const isMissed = target && !isReached(median(samples), target);
        return isMissed ? [`${row}, ${column}: ${printCell(samples, section, target)}`] : [];
      }),
    );
  }
}

function lookup(rows: Measured['rows']): Lookup {
  return (row, column) => median(rows[row]?.[column] ?? []);
}

/** The middle one of some samples, or the mean of the two; NaN for none. */
export function median(samples: readonly number[]): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? NaN)) / 2;
}

function tableOf(rows: Measured['rows'], section: Section): string {
  const columns = [...new Set(Object.values(rows).flatMap((row) => Object.keys(row)))];
  const lines = Object.entries(rows).map(([name, row]) => {
    const cells = columns.map((column) =>
      printCell(row[column], section, section.target?.(name, column, lookup(rows))),
    );
    return `| ${name} | ${cells.join(' | ')} |`;
  });
  return [`| | ${columns.join(' | ')} |`, `| --- |${' --- |'.repeat(columns.length)}`, ...lines].join('\n');
}

/** A median, with what is asked for beside it; bold where it is missed. */
function printCell(
  samples: number[] | undefined,
  { digits, isMixed }: Section,
  target: Target | undefined,
): string {
  if (!samples) return '–';
  const value = median(samples);
  const text = isMixed && Number.isInteger(value) ? String(value) : value.toFixed(digits);
  if (!target) return text;
  const asked = target.most === undefined ? `≥ ${target.least}` : `≤ ${Number(target.most.toFixed(digits))}`;
  return isReached(value, target) ? `${text} (${asked})` : `**${text}** (${asked})`;
}

function isReached(value: number, { least = -Infinity, most = Infinity }: Target): boolean {
  return value >= least && value <= most;
}

function head(): string {
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'bench/package.json'), 'utf8')) as {
    devDependencies: Record<string, string>;
  };
  const peers = ['piscina', 'tinypool', 'workerpool', 'poolifier'];
  const versions = peers.map((peer) => `${peer} ${devDependencies[peer]}`).join(', ');
  const memory = Math.round(totalmem() / 2 ** 30);
  const machine = `${cpus()[0]?.model.trim() ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GiB`;
  return `# Measurements of the runtime

Written by \`npm run bench\` (all of it), \`npm run bench -- <section> …\`, \`npm run soak\`. ${machine}; ${versions}.
Speed-ups are over the plain loop: medians of samples, each taken between two runs of the plain loop that are its measure. In
brackets: what is asked for; bold: missed.
`;
}
