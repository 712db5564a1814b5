// What sharing a job has been worth to the calling thread: work that workers took off it, against its own work for them.
import { load, Word, type Chunk } from './schedule.ts';

/** Milliseconds spent on workers before they are judged. */
const EVIDENCE = 2;
/** The part of the spared work that may be spent: near 1, two threads would be no faster than one. */
const BEARABLE = 0.75;

export class Balance {
  /** Milliseconds that this thread spent on packing items and on fetching results. */
  spent = 0;
  readonly #control: Int32Array;
  readonly #start: number;
  /** Items that this thread took, and milliseconds that one takes here. */
  #own = 0;
  #cost: number;

  /** @param cost milliseconds for an item, as far as is known */
  constructor(control: Int32Array, start: number, cost: number) {
    this.#control = control;
    this.#start = start;
    this.#cost = cost;
  }

  /** Notes a chunk that ran on this thread. */
  noteRun({ start, end }: Chunk, milliseconds: number): void {
    this.#own += end - start;
    this.#cost += (milliseconds / (end - start) - this.#cost) / 2;
  }

  /** Milliseconds that this thread would need for a chunk. */
  workIn({ start, end }: Chunk): number {
    return (end - start) * this.#cost;
  }

  /** Whether this thread would have been faster by itself. */
  get isWaste(): boolean {
    if (this.spent < EVIDENCE) return false;
    const control = this.#control;
    const next = load(control, Word.next);
    const threads = control[Word.threads] as number;
    const claimed = next - this.#start - this.#own;
    const claimable = Math.max(0, load(control, Word.limit) - next) * (1 - 1 / threads);
    return this.spent > BEARABLE * (claimed + claimable) * this.#cost;
  }
}
