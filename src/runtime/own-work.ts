// The calling thread's own share of a job: the chunks that it runs itself, and those that a worker is late with.
import { Backup, type RunResult } from './backup.ts';
import { Balance } from './balance.ts';
import { runChunk } from './chunk.ts';
import { now } from './clock.ts';
import type { DoneChunk } from './done-chunk.ts';
import type { JobSettings } from './job-settings.ts';
import { holdOutput, takeOutput } from './output.ts';
import { itemsIn, recordCost, type Chunk, type Held } from './schedule.ts';
import { traceChunk } from './trace.ts';

/** Milliseconds beyond twice this thread's own time after which a worker is late, and for which this thread stands in at a time. */
const LATE = 1;
const TURN = 1;

export class OwnWork {
  readonly balance: Balance;
  readonly #settings: JobSettings;
  readonly #control: Int32Array;
  #backup: Backup | undefined;

  constructor(settings: JobSettings, control: Int32Array) {
    this.#settings = settings;
    this.#control = control;
    this.balance = new Balance(control, settings.start, settings.cost);
  }

  /** Whether it is this thread's to say who runs what. */
  get mayJudge(): boolean {
    const { blocking, isForced, isRemote, itemTimeout } = this.#settings;
    return blocking && !isForced && !isRemote && itemTimeout === undefined;
  }

  run(chunk: Chunk): DoneChunk {
    return { end: chunk.end, ...this.#run(chunk), unsent: [] };
  }

  /** Milliseconds that a worker has left for a chunk, before it is late. */
  timeLeft(held: Held | undefined): number {
    return held && this.mayJudge ? 2 * this.balance.workIn(held) + LATE - held.since : Infinity;
  }

  /** Runs some of a chunk that a worker is late with; gives it when it is done. */
  standIn(held: Held): DoneChunk | undefined {
    if (this.#backup?.chunk.start !== held.start) this.#backup = new Backup(held);
    const items = itemsIn(this.#control, TURN);
    const result = this.#backup.advance(items, (chunk) => this.#run(chunk));
    return result && { end: held.end, ...result, unsent: [] };
  }

  #run(chunk: Chunk): RunResult {
    const { plan, source, meta } = this.#settings;
    const { start, end } = chunk;
    const release = holdOutput();
    try {
      const began = now();
      const result = runChunk(plan, source.get, start, end);
      const took = now() - began;
      recordCost(this.#control, result.values.length, took);
      this.balance.noteRun(chunk, took);
      traceChunk({ name: meta.name, thread: 0, began, took, start, items: end - start });
      return { ...result, output: takeOutput() };
    } finally {
      release();
    }
  }
}
