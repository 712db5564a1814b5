// The ledger of a job: which chunks are finished, and which must run again, as their worker is lost.
import type { DoneChunk } from './done-chunk.ts';
import type { Chunk } from './schedule.ts';
import { endInTable, type Table } from './table.ts';

export class Ledger {
  readonly #table: Table | undefined;
  readonly #done = new Map<number, DoneChunk>();
  /** Chunks taken back from workers: still to run, and all of them, as a worker may deliver one after all. */
  readonly #lost: Chunk[] = [];
  readonly #recovered: Chunk[] = [];

  /** First item that wasn't taken. */
  #from: number;

  constructor(start: number, table: Table | undefined) {
    this.#from = start;
    this.#table = table;
  }

  has(start: number): boolean {
    return this.#done.has(start) || this.#endInTable(start) > 0;
  }

  /** Takes out the finished chunk that starts at an item. */
  take(start: number): DoneChunk {
    const chunk = this.#done.get(start) ?? this.#readTable(start);
    this.#done.delete(start);
    this.#from = chunk.end;
    return chunk;
  }

  #readTable(start: number): DoneChunk {
    const table = this.#table as Table;
    const end = this.#endInTable(start);
    const values = table.values.subarray(start - table.start, end - table.start);
    return { end, values, failures: [], output: [], unsent: [] };
  }

  add(start: number, chunk: DoneChunk): void {
    this.#done.set(start, chunk);
  }

  /** Whether what a worker delivers comes too late. */
  isRecovered(start: number): boolean {
    return this.#recovered.some((chunk) => start >= chunk.start && start < chunk.end);
  }

  /** Takes chunks that nobody is to deliver but this thread. */
  keep(chunks: readonly Chunk[]): void {
    this.#lost.push(...chunks);
  }

  takeLost(): Chunk | undefined {
    return this.#lost.shift();
  }

  get isLost(): boolean {
    return this.#lost.length > 0;
  }

  /** Takes back the chunk of a worker that is given up. */
  recover(chunk: Chunk): void {
    this.#recovered.push(chunk);
  }

  /** Takes back what was claimed up to `until`, is not finished, and that nobody holds. */
  recoverGaps(until: number, held: readonly Chunk[]): void {
    const safe = [...held, ...this.#lost, { start: until, end: Infinity }];
    for (const [start, { end }] of this.#done) safe.push({ start, end });
    for (let start = this.#from; this.#table && start < until; start++) {
      const end = this.#endInTable(start);
      if (end > 0) safe.push({ start, end });
    }
    for (const gap of gapsBetween(safe, this.#from)) {
      this.#lost.push(gap);
      this.#recovered.push(gap);
    }
  }

  #endInTable(start: number): number {
    const end = this.#table ? endInTable(this.#table, start) : 0;
    return end > 0 && this.#recovered.length > 0 && this.isRecovered(start) ? 0 : end;
  }
}

/** What chunks leave uncovered from `start` on. */
function gapsBetween(chunks: readonly Chunk[], start: number): Chunk[] {
  const gaps: Chunk[] = [];
  let covered = start;
  for (const chunk of [...chunks].sort((a, b) => a.start - b.start)) {
    if (chunk.start > covered) gaps.push({ start: covered, end: chunk.start });
    covered = Math.max(covered, chunk.end);
  }
  return gaps;
}
