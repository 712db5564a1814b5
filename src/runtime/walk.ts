// The walk of imapSync and imap through the results, in order: items run inline until the rest is worth workers, then
// chunks come from a job.
import { now } from './clock.ts';
import { isForced, makeCallJob, mayFanOut, type Call } from './call.ts';
import { runItem } from './chunk.ts';
import { isVerifying } from './env.ts';
import { locateError } from './errors.ts';
import { costIfHeavy, isTelling, isWorthFanOut, noteInline } from './gain.ts';
import { guardOf, type Guard } from './guard.ts';
import type { CallJob } from './job-settings.ts';
import type { DoneChunk } from './done-chunk.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';
import { fitsTable } from './table.ts';
import { nameOf } from './task.ts';
import { runVerified } from './verify.ts';

/** Milliseconds of work, for each thread, that may be done ahead of the consumer. */
const AHEAD = 16;
/** Items that DOALL_VERIFY runs at a time. */
const WINDOW = 64;
/** Milliseconds of inline work after which the decision is renewed, or the part of all work so far, where that is more. */
const BATCH = 0.25;
const PART = 1 / 16;

/** Milliseconds below which a call is a good part of an item. */
const SHORT = 2e-4;

/** How many times dearer than the items before it an item counts at most. */
const MOST_RISE = 4;

const NO_ITEMS = { length: 0 };

/** What has the number of items as its length, now and later. */
function sizedOf({ column }: Source): { readonly length: number } {
  if (column?.kind === 'range') return column;
  return column?.kind === 'list' && column.length === undefined ? column.list : NO_ITEMS;
}

export class Walk {
  /** The item whose turn it is. */
  index = 0;
  /** Whether what {@link take} gave last is an error. */
  failed = false;
  /** Whether nothing more is given. */
  isOver = false;
  readonly guard: Guard | undefined;
  readonly source: Source;
  readonly #call: Call;
  readonly #isVerified: boolean;
  /** What tells the number of items, where nothing but running the task is to be done for one that runs inline. */
  #sized: { readonly length: number } = NO_ITEMS;
  #job: CallJob | undefined;
  /** The chunk that the item belongs to, if it has one, and its bounds. */
  #chunk: Pick<DoneChunk, 'values' | 'failures'> = { values: [], failures: [] };
  #start = 0;
  #end = 0;
  /** Inline, the milliseconds that an item takes, and the next item to be timed: reading the clock has its price. */
  #cost = 0;
  #timed = 0;

  constructor(call: Call, source: Source) {
    this.#call = call;
    this.source = source;
    this.guard = guardOf(call.options);
    this.#isVerified = isVerifying && !source.isInStep && mayFanOut(call);
    const { withItems, settled } = call.options;
    if (!withItems && !settled && !this.guard && !this.#isVerified) this.#sized = sizedOf(source);
    if (source.isInStep || isVerifying) return;
    const cost = costIfHeavy(call, source);
    if (cost !== undefined) this.#cost = cost;
    if (cost !== undefined || isForced(call)) this.#fanOut(true);
  }

  /** Whether {@link takeQuickly} will do. */
  isQuick(): boolean {
    return this.index < this.#timed && this.index < this.#sized.length;
  }

  /** The short way of `settle`, `hasItem`, `isReady` and `take` for short items; throws the error of a failed one. */
  takeQuickly(): unknown {
    const value = this.#run(this.index);
    if (this.failed) {
      this.close();
      throw value;
    }
    this.index++;
    return value;
  }

  get job(): CallJob | undefined {
    return this.#job;
  }

  /** Whether there is an item whose turn it is. */
  hasItem(): boolean {
    const { index, source } = this;
    const hasItem = source.ensure(index + 1) > index;
    // Only now is the number of items known, where they are pulled.
    if (index > 0) this.guard?.report(index, source.total);
    if (!hasItem) source.end();
    return hasItem;
  }

  /** Whether {@link take} gives the result without further ado; else the job is to be advanced. */
  isReady(): boolean {
    return !this.#job || this.index < this.#end || this.#job.has(this.index);
  }

  /** The result of the item whose turn it is, or the error that its task threw. */
  take(): unknown {
    const { index } = this;
    let value: unknown;
    if (index < this.#end) value = this.#takeFromChunk(index);
    else if (this.#job ?? this.#isVerified) {
      this.#nextChunk(index);
      value = this.#takeFromChunk(index);
    } else value = index < this.#timed ? this.#run(index) : this.#runTimed(index);
    this.index = index + 1;
    return value;
  }

  /** To be called when the consumer is done with the items before the one whose turn it is. */
  settle(): void {
    const { index } = this;
    if (!this.#job) this.source.release(index);
    else {
      this.#job.consume(index);
      if (index === this.#end) this.#job.publish();
    }
    this.guard?.check();
  }

  close(): void {
    if (this.isOver) return;
    this.isOver = true;
    this.#sized = NO_ITEMS;
    if (this.#job) this.#job.close();
    else noteInline(this.#call, this.index * this.#cost);
    this.source.close();
  }

  #nextChunk(index: number): void {
    this.#start = index;
    if (this.#job) {
      const chunk = this.#job.take(index);
      this.#chunk = chunk;
      this.#end = chunk.end;
    } else {
      this.#end = this.source.ensure(index + WINDOW);
      this.#chunk = runVerified(this.#call, this.source, index, this.#end);
    }
  }

  #takeFromChunk(index: number): unknown {
    const { values, failures } = this.#chunk;
    const failure = failures.length > 0 && failures.find((candidate) => candidate.index === index);
    this.failed = Boolean(failure);
    if (!failure) return values[index - this.#start];
    return this.#job ? this.#job.errorOf(failure) : this.#locate(index, failure.error);
  }

  #run(index: number): unknown {
    shared.depth++;
    try {
      this.failed = false;
      const item = this.source.get(index);
      const call = this.#call;
      return this.#cost < SHORT ? call.work(item, call.constants) : runItem(call, item);
    } catch (error) {
      this.failed = true;
      return this.#locate(index, error);
    } finally {
      shared.depth--;
    }
  }

  #locate(index: number, error: unknown): unknown {
    return locateError(error, index, this.source.total, nameOf(this.#call.meta));
  }

  /** Runs an item inline, and fans out what comes after it when that is worth workers. */
  #runTimed(index: number): unknown {
    const began = now();
    const value = this.#run(index);
    const took = now() - began;
    // Something else may have had the processor meanwhile, so that one item says only so much.
    this.#cost =
      index < 2
        ? Math.min(took, this.#cost || took)
        : this.#cost + (Math.min(took, MOST_RISE * this.#cost) - this.#cost) / 4;
    const untimed = Math.min(Math.max(BATCH / this.#cost, PART * index), 4 * index);
    this.#timed = index + 1 + Math.floor(untimed);
    const { total, isInStep } = this.source;
    const items = total === undefined ? index + 1 : total - index - 1;
    const rest = { items, cost: this.#cost, result: value };
    const isTold = isTelling(index === 0, took, items);
    if (isTold && !isInStep && !isVerifying && isWorthFanOut(this.#call, this.source, rest)) {
      this.index = index + 1;
      this.#fanOut(fitsTable(value)).publish();
    }
    return value;
  }

  /** Fans out the items from `index` on. */
  #fanOut(isNumeric: boolean): CallJob {
    this.#sized = NO_ITEMS;
    const cost = this.#cost || 1;
    const start = this.index;
    const plan = { start, cost, isNumeric, ahead: AHEAD };
    this.#job = makeCallJob(this.#call, this.source, plan);
    return this.#job;
  }
}
