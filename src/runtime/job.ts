// One call that is fanned out: publishes items, runs chunks on the calling thread, takes what workers deliver.
import { now } from './clock.ts';
import { ChunkedJob } from './chunked-job.ts';
import { packConstants } from './codec/pack.ts';
import { objectsIn } from './codec/scan.ts';
import { lendCopy, releaseCopies } from './codec/shared-copies.ts';
import { Crew } from './crew.ts';
import { traceFile } from './env.ts';
import { timeoutError } from './errors.ts';
import { noteCost, noteWaste } from './experience.ts';
import { Feed, inShared } from './feed.ts';
import type { DoneChunk } from './done-chunk.ts';
import { OwnWork } from './own-work.ts';
import type { Slot, WorkerPool } from './pool.ts';
import type { CallJob, JobSettings } from './job-settings.ts';
import type { ChunkMessage, JobMessage, ToCaller } from './protocol.ts';
import { refersToShared, sendable, unpackChunk, warnUnable } from './recall.ts';
import { claim, isClaimable, load, startControl, Word, type Chunk, type Held } from './schedule.ts';
import { makeTable } from './table.ts';
import { traceChunk } from './trace.ts';
import { setImmediate } from './timers.ts';

/** Work below which a chunk isn't worth a message, or its place in the table of numbers, in milliseconds. */
const FLOOR = 0.5;
const TABLE_FLOOR = 0.05;
/** Milliseconds without news after which a blocked call runs what it waits for itself, were the worker lost. */
const PATIENCE = 1000;
/** Milliseconds after which a call that doesn't block looks around without being told to. */
const LOOK = 1000;
/** Milliseconds after which no worker is expected any more. */
const START = 10_000;

let lastId = 0;

export class Job extends ChunkedJob implements CallJob {
  readonly id = ++lastId;
  readonly #pool: WorkerPool;
  readonly #control: Int32Array;
  readonly #feed: Feed;
  readonly #crew: Crew;
  readonly #message: JobMessage | undefined;
  /** Whether something can't be sent, so that this thread does what is left. */
  #isLocal = false;
  /** Whether all workers that the call asked for were told of it. */
  #isStaffed = false;
  /** Whether a worker has delivered a chunk since this thread ran one. */
  #isTurn = false;
  readonly #opened = now();
  /** Whether a result refers to shared memory, which may be that of the constants. */
  #isShared = false;
  readonly #own: OwnWork;
  #heard = now();

  /** @throws {TypeError} when the constants can't be sent to a worker */
  constructor(pool: WorkerPool, settings: JobSettings) {
    const { source, meta, plan, start, blocking, itemTimeout } = settings;
    const isTabled = settings.isNumeric && source.total !== undefined;
    const table = isTabled ? makeTable(start, source.total) : undefined;
    super(settings, table);
    this.#pool = pool;
    const { url, name, classes, identity } = meta;
    const chunkSize = itemTimeout === undefined ? settings.chunkSize : 1;
    const floor = table && blocking ? TABLE_FLOOR : FLOOR;
    const control = startControl({ ...settings, chunkSize, floor });
    this.#control = control;
    this.#own = new OwnWork(settings, control);
    this.#crew = new Crew(control);
    const constants = this.#send(() => inShared(packConstants(plan.constants, classes, lendCopy)));
    const foreign = constants && identity ? objectsIn(plan.constants, classes) : undefined;
    this.#feed = new Feed(control, { ...settings, classes, chunkSize, foreign, id: this.id });
    this.#message = constants && {
      type: 'job',
      id: this.id,
      url,
      name,
      control,
      constants,
      table,
      blocking,
      column: this.#feed.column,
      settled: plan.settled,
      truth: plan.truth,
      isQuiet: blocking && !settings.isForced && !settings.isRemote && !traceFile,
    };
    pool.open(this);
  }

  /** What `make` gives; when something can't be sent, undefined, and all that is left runs on this thread. */
  #send<Result>(make: () => Result): Result | undefined {
    const made = sendable(this.settings.meta, this.settings.isStrict, make);
    this.#isLocal ||= made === undefined;
    return made;
  }

  /** Says that the items before `index` were consumed, so that as many more may be read ahead. */
  consume(index: number): void {
    this.#feed.consumed = index;
    this.settings.source.release(index);
  }

  /**
   * Does one thing that brings the call nearer to the chunk that starts at `wanted`: publishes, runs a chunk on this
   * thread, or waits for a worker.
   * @throws {TypeError} when an item can't be sent to a worker
   */
  advance(wanted: number, deadline: number): void {
    const isNews = this.#drain();
    this.publish();
    this.#weigh();
    // What has just arrived may be what the caller waits for.
    if (isNews || this.#runOne()) return;
    const held = this.#crew.holderOf(wanted);
    const timeLeft = this.#own.timeLeft(held);
    if (held && timeLeft <= 0 && !this.has(wanted)) {
      this.#standIn(held);
      return;
    }
    const isDone = (): boolean => this.has(wanted);
    if (this.#pool.wait(Math.min(deadline - now(), timeLeft), isDone)) this.#heard = now();
    this.#endLateItems();
    if (now() - this.#heard > this.#patience()) this.#giveUp();
  }

  /** As {@link advance}, without blocking: as long as no worker has joined, this thread runs short chunks itself. */
  async progress(): Promise<void> {
    this.publish();
    this.#endLateItems();
    const isHelped = !this.#isLocal && this.#crew.isAble && this.#crew.isJoined;
    if (this.ledger.isLost || !isHelped) {
      if (this.#runOne()) await new Promise((resolve) => setImmediate(resolve));
      else await this.wait(1);
    } else await this.#news();
  }

  /** Waits for a worker's word, or until it is time to look for items that take too long. */
  async #news(): Promise<void> {
    const { itemTimeout = Infinity } = this.settings;
    this.#pool.hold();
    await this.wait(Math.min(LOOK, itemTimeout / 4));
    this.#pool.release();
  }

  /** Makes further items claimable, and sees to it that workers know. */
  publish(): void {
    if (!this.#message || this.#isLocal) return;
    if (!this.#isStaffed) this.#staff(this.#message);
    if (!this.#crew.isAble) return;
    const began = now();
    this.#send(() => {
      this.#feed.publish((segment) => {
        this.#crew.post(segment);
      });
      return true;
    });
    this.#own.balance.spent += now() - began;
    if (isClaimable(this.#control)) this.#pool.wake(this.#crew.slots);
  }

  /** Tells workers of the job; those that are missing are started. */
  #staff(message: JobMessage): void {
    this.#isStaffed = true;
    for (const slot of this.#pool.start(this.settings.workers, this.settings.meta.url)) {
      if (this.#crew.has(slot)) continue;
      this.#crew.add(slot);
      slot.post(message);
      for (const segment of this.#feed.segments) slot.post(segment);
    }
  }

  /** Takes a message of a worker. */
  receive(slot: Slot, message: ToCaller): void {
    this.#heard = now();
    if (message.type === 'chunk') {
      this.#crew.add(slot);
      this.#receiveChunk(slot, message);
    } else {
      this.#crew.markUnable(slot);
      warnUnable(this.settings.meta, message.reason);
    }
    this.notify();
  }

  /** Takes back what a dead worker held. */
  detach(slot: Slot): void {
    if (!this.#crew.remove(slot)) return;
    this.#isStaffed = false;
    this.#recover(true);
    this.notify();
  }

  /** Whether no worker can take part; after long enough, none is expected any more. */
  isHopeless(isLate: boolean): boolean {
    const isAlone = this.#isStaffed && !this.#crew.isAble;
    return this.#isLocal || isAlone || (isLate && !this.#crew.isJoined);
  }

  /** Whether a worker is in the middle of one of the job's chunks. */
  isHeldBy(slot: Slot): boolean {
    return this.#crew.held.some((chunk) => chunk.slot === slot && chunk.end > 0);
  }

  /** Ends the job: workers claim nothing more of it, and what they still deliver is dropped. */
  close(): void {
    if (Atomics.exchange(this.#control, Word.over, 1) === 1) return;
    noteCost(this.settings.meta, load(this.#control, Word.cost) / 1e6);
    // What results refer to stays theirs.
    if (!this.#isShared) releaseCopies(this.#message?.constants.shared ?? []);
    this.#crew.post({ type: 'end', id: this.id });
    this.#pool.shut(this, this.#crew.slots);
  }

  /** Milliseconds to wait for a worker's next word: far longer than a chunk takes. */
  #patience(): number {
    return Math.max(PATIENCE, (4 * this.#crew.longest * load(this.#control, Word.cost)) / 1e6);
  }

  /** Whether this thread may take a chunk of its own. */
  #mayRun(): boolean {
    const { isRemote, isForced, itemTimeout } = this.settings;
    const isOwn = !isRemote && itemTimeout === undefined;
    if (isOwn && !isForced) return true;
    if (this.isHopeless(now() - this.#opened > START)) return !isRemote;
    const isLate = !this.#crew.isJoined && now() - this.#opened > PATIENCE;
    return isOwn && (this.#isTurn || isLate || !isClaimable(this.#control));
  }

  /** Runs one chunk on this thread, if there is one within reach. */
  #runOne(): boolean {
    const chunk = this.ledger.takeLost() ?? (this.#mayRun() ? this.#claim() : undefined);
    if (!chunk) return false;
    this.#finish(chunk.start, this.#own.run(chunk));
    this.#heard = now();
    return true;
  }

  /** Stops sharing, where this thread spends more on workers than they take off it. */
  #weigh(): void {
    const { balance, mayJudge } = this.#own;
    if (this.#isLocal || !mayJudge || !balance.isWaste) return;
    noteWaste(this.settings.meta, balance.spent);
    this.#isLocal = true;
    this.ledger.keep(this.#feed.reclaim());
  }

  /** Runs some of a chunk that a worker is late with. */
  #standIn(held: Held): void {
    const done = this.#own.standIn(held);
    this.#heard = now();
    if (!done || this.ledger.isRecovered(held.start)) return;
    this.ledger.recover(held);
    this.#finish(held.start, done);
  }

  /** Takes what workers have sent; true when there was anything. */
  #drain(): boolean {
    const began = now();
    const isNews = this.#pool.drain();
    if (isNews) this.#own.balance.spent += now() - began;
    return isNews;
  }

  #claim(): Chunk | undefined {
    this.#isTurn = false;
    return claim(this.#control) ?? this.#feed.carve(this.settings.blocking);
  }

  #receiveChunk(slot: Slot, message: ChunkMessage): void {
    const { start, end, began, took } = message;
    this.#isTurn = true;
    if (this.ledger.isRecovered(start)) return;
    const { classes, name } = this.settings.meta;
    traceChunk({ name, thread: slot.index + 1, began, took, start, items: end - start });
    this.#isShared ||= refersToShared(message);
    // Without values, they stand in the table.
    if (!message.values) return;
    try {
      this.#finish(start, unpackChunk(message, classes));
    } catch {
      // V8 writes errors that it can't read again: those that are part of their own cause.
      this.ledger.keep([{ start, end }]);
    }
  }

  #finish(start: number, chunk: DoneChunk): void {
    this.ledger.add(start, chunk);
    const failed = chunk.failures[0];
    // Items after the first failure aren't wanted; those before it are, as one of them may fail too.
    if (failed && !this.settings.plan.settled) this.#feed.stopAt(failed.index);
  }

  /** Fails the items on which workers have been for longer than an item may take, and ends those workers. */
  #endLateItems(): void {
    const { itemTimeout = Infinity, meta } = this.settings;
    if (itemTimeout === Infinity) return;
    for (const { slot, start, end, since } of this.#crew.held) {
      if (end === 0 || since < itemTimeout) continue;
      const error = timeoutError(`an item of ${meta.name} took longer than ${itemTimeout} ms`);
      this.#crew.release(slot);
      this.ledger.recover({ start, end });
      this.#finish(start, { end, values: [], failures: [{ index: start, error }], output: [], unsent: [] });
      void this.#pool.end(slot);
    }
  }

  /** Counts no more on workers that have been silent for long: one that ran out of memory early shows no other sign. */
  #giveUp(): void {
    for (const { slot, end } of this.#crew.held) if (end > 0) this.#crew.markUnable(slot);
    this.#recover(false);
  }

  /**
   * Takes back the chunks that were claimed and not delivered: those that no live worker holds, or, when none had
   * anything to say for long, all of them.
   */
  #recover(isHeldSafe: boolean): void {
    const held = isHeldSafe ? this.#crew.held : [];
    const until = Math.min(load(this.#control, Word.next), this.#feed.end);
    this.ledger.recoverGaps(until, held);
    this.#heard = now();
  }
}
