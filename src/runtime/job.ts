// One call that is fanned out: which chunks are done, who holds the others, and what is left to the calling thread.
import { performance } from 'node:perf_hooks';
import { never, runChunk, type ChunkPlan, type Failure } from './chunk.ts';
import { unpackValues } from './codec/values.ts';
import { locateError, unpackError } from './errors.ts';
import { Feed, packShared } from './feed.ts';
import { catchOutput, printOutput, takeOutput, type Output } from './output.ts';
import type { Slot, WorkerPool } from './pool.ts';
import type { ChunkMessage, JobMessage, ToCaller, ToWorker } from './protocol.ts';
import { claim, isClaimable, makeControl, recordCost, Word, type Chunk } from './schedule.ts';
import { warnOnce } from './shared.ts';
import type { Source } from './source.ts';
import type { TaskMeta } from './task.ts';
import { epoch, traceChunk } from './trace.ts';

/** A finished chunk: the values from its start on, and its failures. */
export interface DoneChunk {
  readonly end: number;
  readonly values: ArrayLike<unknown>;
  readonly failures: Failure[];
  readonly output: Output;
  /** Items whose results couldn't be sent. */
  readonly unsent: ChunkMessage['unsent'];
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
  /** Threads that share the work, and how many of them are workers. */
  readonly threads: number;
  readonly workers: number;
  /** Milliseconds of work, for each thread, to read ahead of the consumer; undefined for all there is. */
  readonly ahead: number | undefined;
  readonly chunkSize: number | undefined;
  /** Whether this thread runs nothing but what dead workers left. */
  readonly isRemote: boolean;
  /** Whether what can't be sent is an error. */
  readonly isStrict: boolean;
  /** Whether workers come first: this thread runs a chunk only after one of theirs. */
  readonly isForced: boolean;
}

/** Work below which a chunk isn't worth a message, in milliseconds. */
const FLOOR = 0.5;
/** Milliseconds without news after which a blocked call runs what it waits for itself, were the worker lost. */
const PATIENCE = 1000;

/** Milliseconds after which no worker is expected any more. */
const START = 10_000;

/** Stands for an error that couldn't be sent. */
const LOST = Symbol('lost');

let lastId = 0;

export class Job {
  readonly id = ++lastId;
  readonly settings: JobSettings;
  readonly #pool: WorkerPool;
  readonly #control: Int32Array;
  readonly #feed: Feed;
  readonly #message: JobMessage | undefined;
  /** Whether something can't be sent, so that this thread does what is left. */
  #isLocal = false;
  /** Whether a worker has delivered a chunk since this thread ran one. */
  #isTurn = false;
  readonly #opened = performance.now();
  readonly #done = new Map<number, DoneChunk>();
  readonly #attached = new Set<Slot>();
  readonly #unable = new Set<Slot>();
  /** Chunks taken back from workers: still to run, and all of them, as a worker may deliver one after all. */
  readonly #lost: Chunk[] = [];
  readonly #recovered: Chunk[] = [];
  #running: Chunk | undefined;
  #heard = performance.now();
  #notify: (() => void) | undefined;

  /** @throws {TypeError} when the constants can't be sent to a worker */
  constructor(pool: WorkerPool, settings: JobSettings) {
    this.settings = settings;
    this.#pool = pool;
    const { source, meta, plan, start, cost, threads, workers, ahead, chunkSize } = settings;
    const control = makeControl(workers);
    control[Word.next] = control[Word.limit] = start;
    control[Word.cost] = Math.min(2e9, Math.max(1, cost * 1e6));
    control[Word.floor] = FLOOR * 1e6;
    control[Word.threads] = threads;
    this.#control = control;
    const { url, name, classes } = meta;
    this.#feed = new Feed(control, { source, classes, threads, ahead, chunkSize, id: this.id });
    const constants = this.#send(() => packShared(plan.constants, classes, () => 'constants'));
    this.#message = constants && {
      type: 'job',
      id: this.id,
      control,
      url,
      name,
      column: this.#feed.column,
      constants,
      settled: plan.settled,
      truth: plan.truth,
    };
    pool.open(this);
  }

  /** Whether the chunk that starts at an item is finished. */
  has(start: number): boolean {
    return this.#done.has(start);
  }

  /** Takes out the finished chunk that starts at an item, whose turn it is: what its tasks printed is printed. */
  take(start: number): DoneChunk {
    const chunk = this.#done.get(start) as DoneChunk;
    this.#done.delete(start);
    printOutput(chunk.output);
    for (const { index, reason } of chunk.unsent) this.#computeAgain(chunk, start, index, reason);
    return chunk;
  }

  /** Computes a result on this thread that couldn't be sent. */
  #computeAgain(chunk: DoneChunk, start: number, index: number, reason: string): void {
    const { plan, source, isStrict } = this.settings;
    if (!isStrict) this.#warnUnsent(reason);
    const { values, failures } = isStrict
      ? { values: [], failures: [{ index, error: new TypeError(reason) }] }
      : runChunk(plan, source.get, index, index + 1, never);
    (chunk.values as unknown[])[index - start] = values[0];
    chunk.failures.push(...failures);
    chunk.failures.sort((a, b) => a.index - b.index);
  }

  #warnUnsent(reason: string): void {
    const { name, url } = this.settings.meta;
    warnOnce(`unsent ${url}#${name}`, `${name} runs on the calling thread: ${reason}`);
  }

  /** What `make` gives; when something can't be sent, undefined, and all that is left runs on this thread. */
  #send<Result>(make: () => Result): Result | undefined {
    try {
      return make();
    } catch (error) {
      // Only the codec's errors have a path; anything else is none of ours.
      if (this.settings.isStrict || !(error instanceof TypeError && 'path' in error)) throw error;
      this.#isLocal = true;
      this.#warnUnsent(error.message);
      return undefined;
    }
  }

  /** The error of a failed item, when its turn has come. One that couldn't be sent is had by running the item again. */
  errorOf({ index, error }: Failure): unknown {
    const { plan, source, meta } = this.settings;
    let thrown = error;
    if (error === LOST) {
      const [again] = runChunk(plan, source.get, index, index + 1, never).failures;
      const message = `${meta.name} threw in a worker what can't be sent to another thread`;
      thrown = again ? again.error : new Error(message);
    }
    return locateError(thrown, index, source.total, meta.name);
  }

  /** Says that the items before `index` were consumed, so that as many more may be read ahead. */
  consume(index: number): void {
    this.#feed.consumed = index;
    this.settings.source.release(index);
  }

  /**
   * Does one thing that brings the call forward: publishes, runs a chunk on this thread, or waits for a worker.
   * The caller checks `has` in between.
   * @throws {TypeError} when an item can't be sent to a worker
   */
  advance(deadline: number): void {
    const isNews = this.#pool.drain();
    this.publish();
    // What has just arrived may be what the caller waits for.
    if (isNews || this.#runOne()) return;
    this.#pool.wait(deadline - performance.now());
    if (performance.now() - this.#heard > this.#patience()) this.#recover(false);
  }

  /** As {@link advance}, without blocking: as long as no worker has joined, this thread runs short chunks itself. */
  async progress(): Promise<void> {
    this.publish();
    if (this.#lost.length > 0 || !this.#hasHelp) {
      if (this.#runOne()) await new Promise((resolve) => setImmediate(resolve));
      else await new Promise((resolve) => setTimeout(resolve, 1));
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
    if (!this.#message || this.#isLocal) return;
    for (const slot of this.#pool.start(this.settings.workers, this.settings.meta.url)) {
      this.#attach(slot, this.#message);
    }
    if (this.#attached.size === this.#unable.size) return;
    this.#send(() => {
      this.#feed.publish((segment) => {
        this.#post(segment);
      });
    });
    if (isClaimable(this.#control)) this.#pool.wake(this.#attached);
  }

  /** Lets a call that waits look around. */
  notify(): void {
    this.#notify?.();
  }

  /** Takes a message of a worker. */
  receive(slot: Slot, message: ToCaller): void {
    this.#heard = performance.now();
    if (message.type === 'chunk') this.#receiveChunk(slot, message);
    else this.#markUnable(slot, message.reason);
    this.notify();
  }

  /** Takes back what a dead worker held. */
  detach(slot: Slot): void {
    this.#unable.delete(slot);
    if (!this.#attached.delete(slot)) return;
    this.#setHold(slot, { start: 0, end: 0 });
    this.#recover(true);
    this.notify();
  }

  /** Whether no worker can take part; after long enough, none is expected any more. */
  isHopeless(isLate: boolean): boolean {
    const { size } = this.#attached;
    return (
      (size > 0 && size === this.#unable.size) || (isLate && Atomics.load(this.#control, Word.joined) === 0)
    );
  }

  /** Whether a worker is in the middle of one of the job's chunks. */
  isHeldBy({ index }: Slot): boolean {
    return Atomics.load(this.#control, Word.holds + 2 * index + 1) > 0;
  }

  /** Ends the job: workers claim nothing more of it, and what they still deliver is dropped. */
  close(): void {
    if (Atomics.exchange(this.#control, Word.over, 1) === 1) return;
    this.#post({ type: 'end', id: this.id });
    this.#pool.shut(this, this.#attached);
  }

  get #hasHelp(): boolean {
    return this.#attached.size > this.#unable.size && Atomics.load(this.#control, Word.joined) > 0;
  }

  /** Milliseconds to wait for a worker's next word: far longer than a chunk takes. */
  #patience(): number {
    return Math.max(PATIENCE, (4 * this.#longest * Atomics.load(this.#control, Word.cost)) / 1e6);
  }

  /** Items in the longest chunk that a worker holds. */
  get #longest(): number {
    const held = [...this.#attached].map(({ index }) => {
      const word = Word.holds + 2 * index;
      return Atomics.load(this.#control, word + 1) - Atomics.load(this.#control, word);
    });
    return Math.max(0, ...held);
  }

  #post(message: ToWorker): void {
    for (const slot of this.#attached) slot.post(message);
  }

  #attach(slot: Slot, message: JobMessage): void {
    if (this.#attached.has(slot)) return;
    this.#attached.add(slot);
    slot.post(message);
    for (const segment of this.#feed.segments) slot.post(segment);
  }

  #markUnable(slot: Slot, reason: string): void {
    this.#unable.add(slot);
    const { name, url } = this.settings.meta;
    warnOnce(`unable ${url}`, `${name} runs on the calling thread, as a worker can't load it: ${reason}`);
  }

  /** Whether this thread may take a chunk of its own. */
  #mayRun(): boolean {
    const { isRemote, isForced } = this.settings;
    if (!isRemote && !isForced) return true;
    if (this.#isLocal || this.isHopeless(performance.now() - this.#opened > START)) return !isRemote;
    return isForced && !isRemote && (this.#isTurn || !isClaimable(this.#control));
  }

  #claim(): Chunk | undefined {
    this.#isTurn = false;
    return this.#claimNext();
  }

  #claimNext(): Chunk | undefined {
    return claim(this.#control) ?? this.#feed.carve();
  }

  /** Runs one chunk on this thread, if there is one within reach. */
  #runOne(): boolean {
    const chunk = this.#lost.shift() ?? (this.#mayRun() ? this.#claim() : undefined);
    if (!chunk) return false;
    const { start, end } = chunk;
    const { plan, source, meta } = this.settings;
    this.#running = chunk;
    const release = catchOutput();
    try {
      const began = epoch();
      const { values, failures } = runChunk(plan, source.get, start, end, never);
      this.#heard = performance.now();
      const took = epoch() - began;
      recordCost(this.#control, values.length, took);
      traceChunk({ name: meta.name, thread: 0, began, took, start, items: end - start });
      this.#finish(start, { end, values, failures, output: takeOutput(), unsent: [] });
    } finally {
      this.#running = undefined;
      release();
    }
    return true;
  }

  #receiveChunk(slot: Slot, message: ChunkMessage): void {
    const { start, end, began, took } = message;
    this.#isTurn = true;
    if (this.#recovered.some((chunk) => start >= chunk.start && start < chunk.end)) return;
    const { classes, name } = this.settings.meta;
    traceChunk({ name, thread: slot.index + 1, began, took, start, items: end - start });
    const values = unpackValues(message.values, classes);
    const failures = message.failures.map(({ index, error }) => ({
      index,
      error: error ? unpackError(error, classes) : LOST,
    }));
    this.#finish(start, { end, values, failures, output: message.output, unsent: message.unsent });
  }

  #finish(start: number, chunk: DoneChunk): void {
    this.#done.set(start, chunk);
    const failed = chunk.failures[0];
    // Items after the first failure aren't wanted; those before it are, as one of them may fail too.
    if (failed && !this.settings.plan.settled) this.#feed.stopAt(failed.index);
  }

  #setHold({ index }: Slot, { start, end }: Chunk): void {
    const word = Word.holds + 2 * index;
    Atomics.store(this.#control, word, start);
    Atomics.store(this.#control, word + 1, end);
  }

  /**
   * Takes back the chunks that were claimed and not delivered: those that no live worker holds, or, when none had
   * anything to say for long, all of them.
   */
  #recover(isHeldSafe: boolean): void {
    const control = this.#control;
    const safe = [...this.#done].map(([start, { end }]) => ({ start, end }));
    safe.push(...this.#lost, ...(this.#running ? [this.#running] : []));
    if (isHeldSafe) {
      for (const { index } of this.#attached) {
        const word = Word.holds + 2 * index;
        safe.push({ start: Atomics.load(control, word), end: Atomics.load(control, word + 1) });
      }
    }
    safe.push({ start: Math.min(Atomics.load(control, Word.next), this.#feed.end), end: Infinity });
    for (const gap of gapsBetween(safe, this.#feed.consumed)) {
      this.#lost.push(gap);
      this.#recovered.push(gap);
    }
    this.#heard = performance.now();
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
