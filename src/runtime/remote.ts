// A job that an executor of the user's runs, on whatever machines: chunks travel as requests, answers come back.
import { runChunk, settleChunk } from './chunk.ts';
import { ChunkedJob } from './chunked-job.ts';
import { itemsFrom, pack, packConstants } from './codec/pack.ts';
import type { CallJob, JobSettings } from './job-settings.ts';
import { unpackChunk, warnLocal } from './recall.ts';
import { packRequest, type Answer } from './request.ts';
import { builtin } from './builtin.ts';
import { chunkLength, itemsIn, recordCost, startControl, type Chunk } from './schedule.ts';
import type { ChunkRequest, Executor } from './types.ts';

const { deserialize } = builtin('v8');

/** Work below which a chunk isn't worth its way, in milliseconds. */
const FLOOR = 5;

export class RemoteJob extends ChunkedJob implements CallJob {
  readonly #executor: Executor;
  readonly #control: Int32Array;
  readonly #aborter = new AbortController();
  #next: number;
  #consumed: number;
  #underway = 0;

  constructor(executor: Executor, settings: JobSettings) {
    super(settings);
    this.#executor = executor;
    this.#next = this.#consumed = settings.start;
    this.#control = startControl({ ...settings, threads: executor.slots, workers: 0, floor: FLOOR });
  }

  consume(index: number): void {
    this.#consumed = index;
    this.settings.source.release(index);
  }

  /** Sends as many chunks off as may be under way. */
  publish(): void {
    const { source, ahead } = this.settings;
    const reach =
      ahead === undefined ? Infinity : this.#consumed + this.#executor.slots * this.#itemsIn(ahead);
    while (this.#underway < this.#executor.slots && this.#next < reach) {
      const start = this.#next;
      const end = source.ensure(start + chunkLength(this.#control, start));
      if (end <= start) return;
      this.#next = end;
      this.#underway++;
      void this.#run({ start, end });
    }
  }

  async progress(): Promise<void> {
    this.publish();
    await this.wait();
  }

  close(): void {
    this.#aborter.abort();
  }

  #itemsIn(milliseconds: number): number {
    return Math.max(4, itemsIn(this.#control, milliseconds));
  }

  async #run(chunk: Chunk): Promise<void> {
    const { meta } = this.settings;
    try {
      const request = this.#request(chunk);
      const bytes = await this.#executor.execute(request, this.#aborter.signal);
      const answer = deserialize(bytes) as Answer;
      recordCost(this.#control, chunk.end - chunk.start, answer.took);
      this.ledger.add(chunk.start, unpackChunk({ ...answer, ...chunk }, meta.classes));
    } catch (error) {
      if (!this.#aborter.signal.aborted) await this.#runHere(chunk, error);
    }
    this.#underway--;
    this.notify();
  }

  #request({ start, end }: Chunk): ChunkRequest {
    const { plan, source, meta } = this.settings;
    const items = Array.from({ length: end - start }, (_, offset) => source.get(start + offset));
    return packRequest(meta, plan, { start, end }, [
      pack(items, meta.classes, itemsFrom(start)),
      packConstants(plan.constants, meta.classes),
    ]);
  }

  /** What can't be sent, or is lost on the way, runs on this thread. */
  async #runHere({ start, end }: Chunk, error: unknown): Promise<void> {
    const { plan, source, meta } = this.settings;
    warnLocal(meta, error instanceof Error ? error.message : String(error));
    const result = await settleChunk(runChunk(plan, source.get, start, end), start, plan.settled);
    this.ledger.add(start, { ...result, end, output: [], unsent: [] });
  }
}
