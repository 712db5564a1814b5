// One call that is fanned out. The page hands chunks out by message, two to each worker so that none waits for the
// next, in the sizes of guided self-scheduling (see schedule.ts); it needs no shared memory.
import { runChunk, type ChunkResult, type Failure } from '../chunk.ts';
import { locateError } from '../errors.ts';
import type { JobSettings } from '../job-settings.ts';
import { chunkLength, itemsIn, recordCost, Word, type Chunk } from '../schedule.ts';
import { warnOnce } from '../shared.ts';
import { pack, unpack, type Packed } from './codec/pack.ts';
import type { Slot, WorkerPool } from './pool.ts';
import type { ToPage } from './wire.ts';

/** A finished chunk. */
export interface DoneChunk extends ChunkResult {
  readonly end: number;
}

/** Work below which a chunk isn't worth its messages, in milliseconds. */
const FLOOR = 1;
/** Chunks that a worker has at hand. */
const AT_HAND = 2;
/** Milliseconds of work that this thread does before it lets others run. */
const TURN = 6;
/** Least milliseconds without news after which a worker is given up. */
const PATIENCE = 5000;

let lastId = 0;

export class Job {
  readonly id = ++lastId;
  readonly #pool: WorkerPool;
  readonly #settings: JobSettings;
  readonly #control = new Int32Array(Word.holds);
  readonly #done = new Map<number, DoneChunk>();
  readonly #lost: Chunk[] = [];
  /** Workers that take part, and the chunks they hold. */
  readonly #held = new Map<Slot, Chunk[]>();
  readonly #joined = new Set<Slot>();
  #constants: Packed | undefined;
  #isOver = false;
  #consumed: number;
  /** No item from here on is wanted. */
  #end = Infinity;
  #heard = performance.now();
  #news: (() => void) | undefined;

  constructor(pool: WorkerPool, settings: JobSettings) {
    const { start, cost, workers, chunkSize = 0, plan, meta } = settings;
    this.#pool = pool;
    this.#settings = settings;
    this.#consumed = start;
    const control = this.#control;
    control[Word.next] = start;
    control[Word.cost] = Math.min(2e9, Math.max(1, cost * 1e6));
    control[Word.floor] = FLOOR * 1e6;
    control[Word.threads] = workers;
    control[Word.grain] = 1;
    control[Word.fixed] = chunkSize;
    this.#constants = this.#tryPack(() => pack(plan.constants, meta.classes, 'constants'));
    for (const slot of pool.open(this, workers)) this.#held.set(slot, []);
  }

  /** Packs; when something can't be sent, all that is left runs on this thread. */
  #tryPack(make: () => Packed): Packed | undefined {
    try {
      return make();
    } catch (error) {
      if (this.#settings.isStrict) throw error;
      this.#warn((error as Error).message);
      this.#constants = undefined;
      return undefined;
    }
  }

  #warn(reason: string): void {
    const { name, url } = this.#settings.meta;
    warnOnce(`local ${url}#${name}`, `${name} runs on the calling thread: ${reason}`);
  }

  has(start: number): boolean {
    return this.#done.has(start);
  }

  take(start: number): DoneChunk {
    const chunk = this.#done.get(start) as DoneChunk;
    this.#done.delete(start);
    return chunk;
  }

  errorOf({ index, error, isLost }: Failure): unknown {
    const { plan, source, meta } = this.#settings;
    const [again] = isLost ? runChunk(plan, source.get, index, index + 1).failures : [];
    return locateError(again ? again.error : error, index, source.total, meta.name);
  }

  consume(index: number): void {
    this.#consumed = index;
    this.#settings.source.release(index);
  }

  /** Hands out chunks: to each worker one, then to each another. */
  publish(): void {
    for (let round = 1; round <= AT_HAND; round++) {
      for (const [slot, chunks] of this.#held) {
        if (!slot.isUp || !this.#constants || chunks.length >= round) continue;
        const chunk = this.#lost.shift() ?? this.#carve(Infinity);
        if (!chunk) return;
        if (!this.#send(slot, chunk)) this.#lost.push(chunk);
        else chunks.push(chunk);
      }
    }
  }

  #send(slot: Slot, { start, end }: Chunk): boolean {
    const { source, meta } = this.#settings;
    const items: unknown[] = [];
    for (let index = start; index < end; index++) items.push(source.get(index));
    const packed = this.#tryPack(() => pack(items, meta.classes, 'items'));
    if (!packed || !this.#join(slot)) return false;
    try {
      slot.post({ type: 'chunk', id: this.id, start, items: packed });
      return true;
    } catch (error) {
      // The structured clone of a browser refuses more than the scan does.
      this.#tryPack(() => {
        throw error;
      });
      return false;
    }
  }

  /** Tells a worker of the job, once. */
  #join(slot: Slot): boolean {
    const { plan, meta } = this.#settings;
    const constants = this.#constants;
    if (!constants) return false;
    if (this.#joined.has(slot)) return true;
    this.#joined.add(slot);
    const { settled, truth } = plan;
    slot.post({ type: 'job', id: this.id, url: meta.url, name: meta.name, constants, settled, truth });
    return true;
  }

  /** Takes the next items, a chunk of them but for `most` milliseconds at most. */
  #carve(most: number): Chunk | undefined {
    const { source, ahead } = this.#settings;
    const control = this.#control;
    const start = control[Word.next] as number;
    const horizon = ahead === undefined ? Infinity : this.#consumed + this.#itemsAhead(ahead);
    control[Word.total] = source.total ?? Math.min(horizon, 2 * start);
    const length = Math.min(chunkLength(control, start), most === Infinity ? most : itemsIn(control, most));
    const end = Math.min(this.#end, source.ensure(Math.min(horizon, start + length)));
    if (start >= end) return undefined;
    control[Word.next] = end;
    return { start, end };
  }

  #itemsAhead(ahead: number): number {
    return Math.max(4, itemsIn(this.#control, ahead)) * this.#settings.threads;
  }

  /** Brings the call forward, without blocking. */
  async progress(): Promise<void> {
    this.publish();
    const isHelped = [...this.#held.values()].some((chunks) => chunks.length > 0);
    const isAwaited = this.#settings.isForced && this.#held.size > 0 && this.#constants !== undefined;
    if (isHelped || (isAwaited && this.#lost.length === 0)) await this.#wait();
    else {
      this.#runHere(this.#lost.shift() ?? this.#carve(TURN));
      // A timer lets the page draw and messages arrive.
      await new Promise((resolve) => setTimeout(resolve));
    }
  }

  async #wait(): Promise<void> {
    const longest = Math.max(0, ...[...this.#held.values()].flat().map(({ start, end }) => end - start));
    const patience = Math.max(PATIENCE, (8 * longest * (this.#control[Word.cost] as number)) / 1e6);
    const timer = setTimeout(() => {
      this.#giveUp(patience);
    }, patience);
    await new Promise<void>((resolve) => (this.#news = resolve));
    clearTimeout(timer);
  }

  /** Ends the workers that had nothing to say for long. */
  #giveUp(patience: number): void {
    if (performance.now() - this.#heard < patience) this.notify();
    else for (const slot of [...this.#held.keys()]) this.#pool.end(slot);
  }

  notify(): void {
    this.#news?.();
  }

  #runHere(chunk: Chunk | undefined): void {
    if (!chunk) return;
    const { plan, source } = this.#settings;
    const began = performance.now();
    const result = runChunk(plan, source.get, chunk.start, chunk.end);
    this.#finish(chunk, result, performance.now() - began);
  }

  #finish({ start, end }: Chunk, { values, failures }: ChunkResult, took: number): void {
    recordCost(this.#control, values.length, took);
    this.#done.set(start, { end, values, failures });
    const [failed] = failures;
    if (failed && !this.#settings.plan.settled) this.#end = Math.min(this.#end, failed.index);
  }

  receive(slot: Slot, message: Exclude<ToPage, { type: 'up' }>): void {
    this.#heard = performance.now();
    if (message.type === 'unable') {
      this.#warn(message.reason);
      this.detach(slot);
    } else {
      const chunks = this.#held.get(slot) ?? [];
      const place = chunks.findIndex(({ start }) => start === message.start);
      const [chunk] = place < 0 ? [] : chunks.splice(place, 1);
      if (chunk && !this.#isOver) this.#receiveChunk(chunk, message);
    }
    this.notify();
  }

  #receiveChunk(chunk: Chunk, { result, took, reason }: Extract<ToPage, { type: 'chunk' }>): void {
    const { meta, isStrict } = this.#settings;
    if (result) this.#finish(chunk, unpack(result, meta.classes) as ChunkResult, took);
    else if (isStrict) {
      const failures = [{ index: chunk.start, error: new TypeError(reason) }];
      this.#finish(chunk, { values: [], failures }, took);
    } else {
      // Tasks are pure: what can't be sent is had by running the items here.
      this.#warn(reason);
      this.#runHere(chunk);
    }
  }

  /** Takes back what a worker held. */
  detach(slot: Slot): void {
    this.#lost.push(...(this.#held.get(slot) ?? []));
    this.#held.delete(slot);
    this.notify();
  }

  /** Ends the job: what workers still deliver is dropped. */
  close(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    for (const slot of this.#joined) if (this.#held.has(slot)) slot.post({ type: 'end', id: this.id });
    this.#pool.shut(this, (slot) => (this.#held.get(slot) ?? []).length > 0);
  }
}
