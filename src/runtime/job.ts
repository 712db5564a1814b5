// One call that is fanned out: which items workers may claim, which chunks are done, and what is left to the caller.
import { runChunk, type ChunkPlan, type Failure } from './chunk.ts';
import { pack, type Packed } from './codec/pack.ts';
import { unpackValues } from './codec/values.ts';
import { lengthOf, shareColumn, type Column } from './columns.ts';
import { unpackError } from './errors.ts';
import type { Pool, Slot } from './pool.ts';
import type { ChunkMessage, JobMessage, ToCaller } from './protocol.ts';
import { chunkLength, claim, isClaimable, makeControl, recordCost, Word, type Chunk } from './schedule.ts';
import { shared, warnOnce } from './shared.ts';
import type { Source } from './source.ts';
import type { TaskMeta } from './task.ts';

/** A finished chunk: the values from its start on, and its failures. */
export interface DoneChunk {
  readonly end: number;
  readonly values: ArrayLike<unknown>;
  readonly failures: readonly Failure[];
}

/** What a job needs to know of its call. */
export interface JobSettings {
  readonly meta: TaskMeta;
  readonly plan: ChunkPlan;
  readonly source: Source;
  /** First item that wasn't run inline. */
  readonly start: number;
  /** Measured milliseconds for an item. */
  readonly cost: number;
  /** Threads that share the work. */
  readonly threads: number;
  readonly workers: number;
  /** Milliseconds of work to read ahead of the consumer; undefined for all there is. */
  readonly ahead: number | undefined;
  readonly chunkSize: number | undefined;
}

/** Work below which a chunk isn't worth a message, and the size of packed grains, in milliseconds. */
const FLOOR = 0.5;
const GRAIN = 0.25;
/** Milliseconds of packed items that wait for each thread. */
const QUEUE = 20;
/** Most milliseconds in a chunk when the calling thread must come back to publish or to consume. */
const TURN = 2;

let lastId = 0;

export class Job {
  readonly id = ++lastId;
  readonly settings: JobSettings;
  readonly done = new Map<number, DoneChunk>();
  readonly #pool: Pool;
  readonly #control: Int32Array;
  readonly #column: Column | undefined;
  readonly #message: JobMessage;
  readonly #attached = new Set<Slot>();
  readonly #unable = new Set<Slot>();
  readonly #recovered: Chunk[] = [];
  readonly #lost: Chunk[] = [];
  #notify: (() => void) | undefined;
  /** No item from here on is wanted, as an earlier one failed. */
  #end = Infinity;
  #running: Chunk | undefined;
  #consumed: number;

  constructor(pool: Pool, settings: JobSettings) {
    this.settings = settings;
    this.#pool = pool;
    this.#consumed = settings.start;
    const { source, meta, plan } = settings;
    this.#column = source.column && shareColumn(source.column);
    this.#control = this.#makeControl();
    this.#message = {
      type: 'job',
      id: this.id,
      control: this.#control,
      url: meta.url,
      name: meta.name,
      column: this.#column,
      constants: shareBytes(pack(plan.constants, meta.classes, 'constants')),
      settled: plan.settled,
      truth: plan.truth,
      total: source.total,
    };
    pool.open(this);
  }

  #makeControl(): Int32Array {
    const { start, cost, source, threads, workers, chunkSize, ahead } = this.settings;
    const control = makeControl(workers);
    control[Word.next] = control[Word.limit] = start;
    control[Word.total] = source.total ?? start;
    control[Word.cost] = Math.min(2e9, Math.max(1, cost * 1e6));
    control[Word.floor] = FLOOR * 1e6;
    control[Word.threads] = threads;
    control[Word.fixed] = chunkSize ?? 0;
    const { column } = this;
    control[Word.grain] = column || chunkSize ? 1 : clamp(Math.floor(GRAIN / cost), 1, 4096);
    if (!column || ahead !== undefined) control[Word.most] = this.#itemsIn(TURN, control);
    return control;
  }

  get column(): Column | undefined {
    return this.#column;
  }

  /** Says that the items before `index` were consumed, so that as many more may be read ahead. */
  consume(index: number): void {
    this.#consumed = index;
    this.settings.source.release(index);
  }

  /** Takes out the finished chunk that starts at an item. */
  take(start: number): DoneChunk {
    const chunk = this.done.get(start) as DoneChunk;
    this.done.delete(start);
    return chunk;
  }

  /**
   * Does one thing that brings the call forward: publishes, runs a chunk on this thread, or waits for a worker.
   * The caller checks `done` in between.
   */
  advance(): void {
    this.#pool.drain();
    this.publish();
    if (!this.runOne()) this.#pool.wait();
  }

  /** As {@link advance}, without blocking: as long as no worker is up, this thread runs short chunks itself. */
  async progress(): Promise<void> {
    this.publish();
    if (this.#lost.length > 0 || !this.hasWorkers || !this.#pool.isWarm) {
      this.runOne();
      await new Promise((resolve) => setImmediate(resolve));
      return;
    }
    this.#pool.hold();
    try {
      await new Promise<void>((resolve) => (this.#notify = resolve));
    } finally {
      this.#pool.release();
    }
  }

  /** Makes further items claimable, and sees to it that workers know. */
  publish(): void {
    const { source, ahead, workers } = this.settings;
    const control = this.#control;
    for (const slot of this.#pool.start(workers)) this.#attach(slot);
    if (this.#attached.size === this.#unable.size) return;
    const available = this.#ensure(ahead === undefined ? (source.total ?? 0) : this.#horizon());
    control[Word.total] = source.total ?? available + available - this.settings.start;
    if (control[Word.most] !== 0) control[Word.most] = this.#itemsIn(TURN, control);
    const limit = Atomics.load(control, Word.limit);
    if (this.#column) {
      const target = Math.min(available, lengthOf(this.#column));
      if (target > limit) Atomics.store(control, Word.limit, target);
    } else {
      this.#publishGrains(limit, available);
    }
    if (isClaimable(control)) this.#pool.wake(this.#attached);
  }

  /** Runs one chunk on this thread, if there is one within reach. */
  runOne(): boolean {
    const chunk = this.#lost.shift() ?? claim(this.#control) ?? this.#carve();
    if (!chunk) return false;
    const { plan, source } = this.settings;
    this.#running = chunk;
    try {
      const began = performance.now();
      const { values, failures } = runChunk(plan, source.get, chunk.start, chunk.end, () => false);
      recordCost(this.#control, values.length, performance.now() - began);
      this.#finish(chunk.start, { end: chunk.end, values, failures });
    } finally {
      this.#running = undefined;
    }
    return true;
  }

  /** Whether a live worker may still deliver something. */
  get hasWorkers(): boolean {
    return this.#attached.size > this.#unable.size;
  }

  /** Takes a message of a worker. */
  receive(slot: Slot, message: ToCaller): void {
    if (message.type === 'unable') {
      this.#unable.add(slot);
      const { name, url } = this.settings.meta;
      warnOnce(
        `unable ${url}`,
        `${name} runs on the calling thread: a worker can't load it: ${message.reason}`,
      );
    } else if (message.type === 'chunk') {
      this.#receiveChunk(message);
    }
    this.#notify?.();
  }

  /** Takes back what a dead worker held. */
  detach(slot: Slot): void {
    this.#unable.delete(slot);
    if (!this.#attached.delete(slot)) return;
    const word = Word.holds + 2 * slot.index;
    this.#control[word] = this.#control[word + 1] = 0;
    this.#recover();
    this.#notify?.();
  }

  /** Ends the job: workers claim nothing more of it, and what they still deliver is dropped. */
  close(): void {
    if (Atomics.exchange(this.#control, Word.over, 1) === 1) return;
    this.#pool.shut(this);
  }

  /** The workers that take part. */
  get slots(): ReadonlySet<Slot> {
    return this.#attached;
  }

  #attach(slot: Slot): void {
    if (this.#attached.has(slot)) return;
    this.#attached.add(slot);
    slot.post(this.#message);
    // A worker that joins late needs the grains that nobody claimed; those before it are published again for it.
    for (const segment of this.#segments) slot.post(segment);
  }

  readonly #segments: { type: 'segment'; id: number; starts: number[]; grains: Packed[] }[] = [];

  #publishGrains(limit: number, available: number): void {
    const control = this.#control;
    const { source, meta } = this.settings;
    const next = Atomics.load(control, Word.next);
    const target = Math.min(
      available,
      next + Math.max(4, this.#itemsIn(QUEUE, control)) * this.settings.threads,
    );
    const grain = control[Word.grain] as number;
    const starts = [limit];
    const grains: Packed[] = [];
    for (let start = limit; start < target;) {
      const end = Math.min(available, start + grain);
      const items: unknown[] = [];
      for (let index = start; index < end; index++) items.push(source.get(index));
      grains.push(shareBytes(pack(items, meta.classes, `items[${start}…]`)));
      starts.push(end);
      start = end;
    }
    if (grains.length === 0) return;
    const segment = { type: 'segment' as const, id: this.id, starts, grains };
    this.#segments.push(segment);
    while (this.#segments[0] && (this.#segments[0].starts.at(-1) as number) <= next) this.#segments.shift();
    for (const slot of this.#attached) slot.post(segment);
    Atomics.store(control, Word.limit, starts.at(-1) as number);
  }

  /** Takes items that no worker can claim, as none has joined yet or they weren't published. */
  #carve(): Chunk | undefined {
    const control = this.#control;
    const start = Atomics.load(control, Word.next);
    const wanted = start + chunkLength(control, start);
    const reach = this.settings.ahead === undefined ? wanted : Math.min(wanted, this.#horizon());
    const end = this.#ensure(reach);
    if (start >= end || start < Atomics.load(control, Word.limit)) return undefined;
    Atomics.store(control, Word.next, end);
    Atomics.store(control, Word.limit, end);
    return { start, end };
  }

  #ensure(count: number): number {
    return Math.min(this.#end, this.settings.source.ensure(count));
  }

  /** The end of what may be read ahead of the consumer. */
  #horizon(): number {
    const { ahead, threads } = this.settings;
    const items = Math.max(4 * threads, this.#itemsIn(ahead as number, this.#control) * threads);
    return this.#consumed + items;
  }

  #itemsIn(milliseconds: number, control: Int32Array): number {
    return Math.max(1, Math.ceil((milliseconds * 1e6) / Math.max(1, control[Word.cost] as number)));
  }

  #receiveChunk(message: ChunkMessage): void {
    const { start, end } = message;
    if (this.#recovered.some((chunk) => start >= chunk.start && start < chunk.end)) return;
    const { classes } = this.settings.meta;
    const values = unpackValues(message.values, classes);
    const failures = message.failures.map(({ index, error }) => ({
      index,
      error: unpackError(error, classes),
    }));
    this.#finish(start, { end, values, failures });
  }

  #finish(start: number, chunk: DoneChunk): void {
    this.done.set(start, chunk);
    const failed = chunk.failures[0];
    // Items after the first failure aren't wanted; those before it are, as one of them may fail too.
    if (failed && !this.settings.plan.settled) this.#stopAt(failed.index);
  }

  #stopAt(index: number): void {
    this.#end = Math.min(this.#end, index);
    Atomics.store(this.#control, Word.limit, Math.min(Atomics.load(this.#control, Word.limit), index));
  }

  /** Finds chunks that were claimed, not delivered, and that no live thread holds. */
  #recover(): void {
    const control = this.#control;
    const held = [...this.done].map(([start, { end }]) => ({ start, end }));
    held.push(...this.#lost, ...(this.#running ? [this.#running] : []));
    for (const { index } of this.#attached) {
      const word = Word.holds + 2 * index;
      held.push({ start: Atomics.load(control, word), end: Atomics.load(control, word + 1) });
    }
    held.sort((a, b) => a.start - b.start);
    let start = this.#consumed;
    for (const chunk of [...held, { start: Atomics.load(control, Word.next), end: Infinity }]) {
      if (chunk.start > start) {
        const gap = { start, end: chunk.start };
        this.#lost.push(gap);
        this.#recovered.push(gap);
      }
      start = Math.max(start, chunk.end);
    }
  }
}

/** A packed value in memory that all workers read, instead of a copy for each. */
function shareBytes({ bytes }: Packed): Packed {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return { bytes: copy };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

/** Whether this thread is running a task, so that a call made now runs inline. */
export function isNested(): boolean {
  return shared.worker || shared.depth > 0;
}
