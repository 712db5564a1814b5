// Backup tasks (Dean and Ghemawat 2004, section 3.6): the calling thread, when it has nothing else to do, runs what a
// worker is late with; whoever is first delivers. Tasks are pure, so that nobody sees which it was.
import type { ChunkResult } from './chunk.ts';
import type { Chunk } from './schedule.ts';

export class Backup {
  readonly chunk: Chunk;
  readonly #values: unknown[] = [];
  #next: number;

  constructor(chunk: Chunk) {
    this.chunk = chunk;
    this.#next = chunk.start;
  }

  /**
   * Runs some more items.
   * @param run runs a chunk of them
   * @returns what came of the whole chunk, when it is done or ends in a failure
   */
  advance(items: number, run: (chunk: Chunk) => ChunkResult): ChunkResult | undefined {
    const { end } = this.chunk;
    const until = Math.min(end, this.#next + items);
    const { values, failures } = run({ start: this.#next, end: until });
    for (const value of values) this.#values.push(value);
    this.#next = until;
    return until === end || failures.length > 0 ? { values: this.#values, failures } : undefined;
  }
}
