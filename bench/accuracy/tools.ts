/** What the accuracy scripts share: options, labelled data, tables. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The value of `--name value` or of the environment variable. */
export function option(name: string, variable: string): string | undefined {
  const at = process.argv.indexOf(`--${name}`);
  return at >= 0 ? process.argv[at + 1] : process.env[variable];
}

export function hasFlag(name: string): boolean {
  return process.argv.includes(`--${name}`);
}

/** A file of the labelled data: in `--data` (or DOALL_DATA), else in ../shared/data beside the project; undefined if absent. */
export function dataFile(name: string): string | undefined {
  const folder = option('data', 'DOALL_DATA') ?? path.resolve(import.meta.dirname, '../../../shared/data');
  const file = path.join(folder, name);
  return existsSync(file) ? file : undefined;
}

/** Rows of a tab-separated file with a header line, by column name. */
export function readTsv(file: string): readonly Readonly<Record<string, string>>[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').trimEnd().split(/\r?\n/);
  const names = header.split('\t');
  return lines.map((line) => {
    const fields = line.split('\t');
    return Object.fromEntries(names.map((name, i) => [name, fields[i] ?? '']));
  });
}

/** Prints columns aligned, numbers to the right. */
export function printTable(header: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = header.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join('  ');
  for (const row of [header, ...rows]) console.log(line(row));
}
