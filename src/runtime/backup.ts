// Backup tasks (Dean and Ghemawat 2004, section 3.6): the calling thread, when it has nothing else to do, runs what a
// worker is late with; whoever is first delivers. Tasks are pure, so that nobody sees which it was.
import type { ChunkResult } from './chunk.ts';
import type { Output } from './output.ts';
import type { Chunk } from './schedule.ts';

/** What came of items, and what their tasks printed. */
export type RunResult = ChunkResult & { readonly output: Output };

export class Backup {
  readonly chunk: Chunk;
  readonly #values: RunResult['values'] = [];
  readonly #failures: RunResult['failures'] = [];
  #output: Output = [];
  #next: number;

  constructor(chunk: Chunk) {
    this.chunk = chunk;
    this.#next = chunk.start;
  }

  /**
   * Runs some more items.
   * @param run runs a chunk of them
   * @returns what came of the whole chunk, when it is over
   */
  advance(items: number, run: (chunk: Chunk) => RunResult): RunResult | undefined {
    const { end } = this.chunk;
    const until = Math.min(end, this.#next + items);
    const { values, failures, output } = run({ start: this.#next, end: until });
    // Short of the last item it stands at a failure that ends the chunk.
    const isOver = until === end || values.length < until - this.#next;
    for (const value of values) this.#values.push(value);
    this.#failures.push(...failures);
    this.#output = [...this.#output, ...output];
    this.#next = until;
    return isOver ? { values: this.#values, failures: this.#failures, output: this.#output } : undefined;
  }
}
