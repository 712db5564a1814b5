// imapSync and imap: results one by one, in order, with bounded read-ahead.
import { isWorthFanOut, makeCall, makeJob, mayFanOut, type Call, type Options } from './call.ts';
import type { Failure } from './chunk.ts';
import { isVerifying } from './env.ts';
import { locateError } from './errors.ts';
import { guardOf } from './guard.ts';
import type { DoneChunk, Job } from './job.ts';
import type { Outcome } from './settled.ts';
import { shared } from './shared.ts';
import { streamSource, type Source } from './source.ts';
import type { TaskLike } from './task.ts';
import { runVerified } from './verify.ts';

export interface StreamOptions extends Options {
  /** Give `[item, result]`, with the original item. */
  readonly withItems?: boolean;
  /** Give an outcome for each item; `settledValue(outcome)` returns its value or throws its error. */
  readonly settled?: boolean;
}

type Items = { readonly withItems: true };
type Settled = { readonly settled: true };

/** Milliseconds of work, for each thread, that may be done ahead of the consumer. */
const AHEAD = 16;

/** One result on its way to the consumer: it is thrown or given only at its turn. */
interface Step {
  readonly value: unknown;
  readonly failed: boolean;
}

/** Items that DOALL_VERIFY runs at a time. */
const WINDOW = 64;

/** The function that runs the item at an index on this thread. */
function runnerOf(call: Call, source: Source): (index: number) => Step {
  if (!isVerifying || !mayFanOut(call)) return (index) => runItem(call, source, index);
  let start = 0;
  let end = 0;
  let chunk: ChunkResults = { values: [], failures: [] };
  return (index) => {
    if (index >= end) {
      start = index;
      end = source.ensure(index + WINDOW);
      chunk = runVerified(call, source, start, end);
    }
    return stepAt(chunk, start, index, ({ error }) => locate(call, source, index, error));
  };
}

function locate(call: Call, source: Source, index: number, error: unknown): unknown {
  return locateError(error, index, source.total, call.meta?.name ?? 'a function');
}

/** Runs the item at `index` on this thread. */
function runItem(call: Call, source: Source, index: number): Step {
  const { work, constants, truth } = call.plan;
  shared.depth++;
  try {
    const value = work(source.get(index), constants);
    return { value: truth ? Boolean(value) : value, failed: false };
  } catch (error) {
    return { value: locate(call, source, index, error), failed: true };
  } finally {
    shared.depth--;
  }
}

/** The result at `index` of a chunk that starts at `start`. */
function stepAt(
  chunk: ChunkResults,
  start: number,
  index: number,
  errorOf: (failure: Failure) => unknown,
): Step {
  const failure = chunk.failures.find((candidate) => candidate.index === index);
  return failure
    ? { value: errorOf(failure), failed: true }
    : { value: chunk.values[index - start], failed: false };
}

type ChunkResults = Pick<DoneChunk, 'values' | 'failures'>;

/** What the consumer gets for a step; throws the error of a failed one unless outcomes are wanted. */
function present(step: Step, item: unknown, options: StreamOptions): unknown {
  if (step.failed && !options.settled) throw step.value;
  const { value, failed } = step;
  let result: unknown = value;
  if (options.settled) result = failed ? { ok: false, error: value } : { ok: true, value };
  return options.withItems ? [item, result] : result;
}

/** Decides, item by item, whether what is left is worth workers. */
class Gauge {
  #cost = 0;
  readonly #call: Call;
  readonly #open: boolean;

  constructor(call: Call) {
    this.#call = call;
    this.#open = !isVerifying && mayFanOut(call);
  }

  /** Whether the item is to be timed: the first ones, then a sample, as reading the clock has its price. */
  isDue(index: number): boolean {
    return this.#open && (index < 4 || index % 16 === 0);
  }

  /** Takes a measurement; true when the items after `index` are worth workers. */
  measure(index: number, took: number, total: number | undefined): boolean {
    this.#cost = index < 2 ? took : this.#cost + (took - this.#cost) / 4;
    if (index === 0 && took < 2) return false;
    const left = total === undefined ? index + 1 : total - index - 1;
    return isWorthFanOut(left * this.#cost, this.#call.options);
  }

  get cost(): number {
    return this.#cost;
  }
}

function errorOf(job: Job): (failure: Failure) => unknown {
  return (failure) => job.errorOf(failure);
}

function* streamSync(call: Call, source: Source, options: StreamOptions): Generator<unknown> {
  const gauge = new Gauge(call);
  const run = runnerOf(call, source);
  const guard = guardOf(options);
  let index = 0;
  let job: Job | undefined;
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const isDue = gauge.isDue(index);
      const began = isDue ? performance.now() : 0;
      const step = run(index);
      if (isDue && gauge.measure(index, performance.now() - began, source.total)) {
        job = makeJob(call, source, { start: index + 1, cost: gauge.cost, ahead: AHEAD, isRemote: false });
        job.publish();
      }
      yield present(step, options.withItems && source.get(index), options);
      source.release(index + 1);
      guard?.report(index + 1, source.total);
      guard?.check();
    }
    while (job && source.ensure(index + 1) > index) {
      while (!job.has(index)) {
        job.advance(guard?.deadline ?? Infinity);
        guard?.check();
      }
      const chunk = job.take(index);
      for (const start = index; index < chunk.end; index++) {
        const step = stepAt(chunk, start, index, errorOf(job));
        const result = present(step, options.withItems && source.get(index), options);
        job.consume(index + 1);
        yield result;
        guard?.report(index + 1, source.total);
      }
    }
  } finally {
    job?.close();
    source.close();
  }
}

async function* stream(call: Call, source: Source, options: StreamOptions): AsyncGenerator<unknown> {
  const gauge = new Gauge(call);
  const run = runnerOf(call, source);
  const guard = guardOf(options);
  const unwatch = guard?.watch(() => job?.notify());
  let index = 0;
  let job: Job | undefined;
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const isDue = gauge.isDue(index);
      const began = isDue ? performance.now() : 0;
      const step = await settleStep(run(index));
      if (isDue && gauge.measure(index, performance.now() - began, source.total)) {
        job = makeJob(call, source, { start: index + 1, cost: gauge.cost, ahead: AHEAD, isRemote: false });
        job.publish();
      }
      yield present(step, options.withItems && source.get(index), options);
      source.release(index + 1);
      guard?.report(index + 1, source.total);
      guard?.check();
    }
    while (job && source.ensure(index + 1) > index) {
      while (!job.has(index)) {
        await job.progress();
        guard?.check();
      }
      const chunk = job.take(index);
      for (const start = index; index < chunk.end; index++) {
        const step = await settleStep(stepAt(chunk, start, index, errorOf(job)));
        const result = present(step, options.withItems && source.get(index), options);
        job.consume(index + 1);
        yield result;
        guard?.report(index + 1, source.total);
      }
    }
  } finally {
    unwatch?.();
    job?.close();
    source.close();
  }
}

async function settleStep(step: Step): Promise<Step> {
  if (step.failed) return step;
  try {
    return { value: await step.value, failed: false };
  } catch (error) {
    return { value: error, failed: true };
  }
}

/**
 * The results one by one, in order. Results are computed ahead, by workers and by this thread while it would wait;
 * leaving the loop early abandons what was computed ahead, errors included.
 *
 * @throws at an item's turn, the error that its task threw
 */
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items & Settled,
): IterableIterator<[Item, Outcome<Result>]>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items,
): IterableIterator<[Item, Result]>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Settled,
): IterableIterator<Outcome<Result>>;
export function imapSync<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: StreamOptions,
): IterableIterator<Result>;
export function imapSync(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): IterableIterator<unknown> {
  const call = makeCall(task, constants, options, { blocking: true, settled: options.settled ?? false });
  return streamSync(call, streamSource(items), options);
}

/** As {@link imapSync}, without blocking; a task may give a promise. */
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items & Settled,
): AsyncIterableIterator<[Item, Outcome<Awaited<Result>>]>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Items,
): AsyncIterableIterator<[Item, Awaited<Result>]>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants: Constants | undefined,
  options: StreamOptions & Settled,
): AsyncIterableIterator<Outcome<Awaited<Result>>>;
export function imap<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  items: Iterable<Item>,
  constants?: Constants,
  options?: StreamOptions,
): AsyncIterableIterator<Awaited<Result>>;
export function imap(
  task: TaskLike<never, never, unknown>,
  items: Iterable<unknown>,
  constants?: unknown,
  options: StreamOptions = {},
): AsyncIterableIterator<unknown> {
  const call = makeCall(task, constants, options, { blocking: false, settled: options.settled ?? false });
  return stream(call, streamSource(items), options);
}
