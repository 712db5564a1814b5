// The table of results: numbers go straight into memory that both threads see, without a message.
import { load, store, type Chunk } from './schedule.ts';

/** Results of the items from `start` on, and for each chunk that is finished, at the place of its start, its end. */
export interface Table {
  readonly start: number;
  readonly values: Float64Array;
  readonly ends: Int32Array;
}

/** Most items for which a table is made: 12 bytes each. */
const MOST = 2 ** 22;

/** A table for the items from `start` to `total`, or undefined when they are too many. */
export function makeTable(start: number, total: number): Table | undefined {
  const length = total - start;
  if (!(length <= MOST)) return undefined;
  const values = new Float64Array(new SharedArrayBuffer(8 * length));
  return { start, values, ends: new Int32Array(new SharedArrayBuffer(4 * length)) };
}

/** Whether a result, as far as one tells, stands for results that a table can hold. */
export function fitsTable(result: unknown): boolean {
  return typeof result === 'number' || typeof result === 'boolean';
}

/** Puts the results of a chunk in, if all of them are numbers; what is only true or false counts as 1 or 0. */
export function fillTable(
  { start, values, ends }: Table,
  chunk: Chunk,
  results: readonly unknown[],
  isTruth: boolean,
): boolean {
  const wanted = isTruth ? 'boolean' : 'number';
  const from = chunk.start - start;
  if (results.length !== chunk.end - chunk.start || chunk.end - start > ends.length) return false;
  for (let k = 0; k < results.length; k++) {
    if (typeof results[k] !== wanted) return false;
    values[from + k] = Number(results[k]);
  }
  store(ends, from, chunk.end);
  return true;
}

/** The end of the finished chunk that starts at an item; 0 when there is none. */
export function endInTable({ start, ends }: Table, index: number): number {
  return index - start < ends.length ? load(ends, index - start) : 0;
}
