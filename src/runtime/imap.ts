// imapSync and imap: results one by one, in order, with bounded read-ahead.
import { isWorthFanOut, makeCall, mayFanOut, openJob, type Call, type Options } from './call.ts';
import { locateError } from './errors.ts';
import { guardOf } from './guard.ts';
import type { Job } from './job.ts';
import type { Outcome } from './settled.ts';
import { shared } from './shared.ts';
import { streamSource, type Source } from './source.ts';
import type { TaskLike } from './task.ts';

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

/** Runs the item at `index` on this thread. */
function runItem(call: Call, source: Source, index: number): Step {
  const { work, constants, truth } = call.plan;
  shared.depth++;
  try {
    const value = work(source.get(index), constants);
    return { value: truth ? Boolean(value) : value, failed: false };
  } catch (error) {
    return { value: locateError(error, index, source.total, call.meta?.name ?? 'a function'), failed: true };
  } finally {
    shared.depth--;
  }
}

/** The results that a finished chunk holds, as steps. */
function* stepsOf(job: Job, start: number): Generator<Step> {
  const { values, failures, end } = job.take(start);
  const failed = new Map(failures.map((failure) => [failure.index, failure]));
  for (let index = start; index < end; index++) {
    const failure = failed.get(index);
    if (failure) yield { value: job.errorOf(failure), failed: true };
    else yield { value: values[index - start], failed: false };
    job.consume(index + 1);
  }
}

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
    this.#open = mayFanOut(call);
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

function* streamSync(call: Call, source: Source, options: StreamOptions): Generator<unknown> {
  const gauge = new Gauge(call);
  const guard = guardOf(options);
  let index = 0;
  let job: Job | undefined;
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const isDue = gauge.isDue(index);
      const began = isDue ? performance.now() : 0;
      const step = runItem(call, source, index);
      if (isDue && gauge.measure(index, performance.now() - began, source.total)) {
        job = openJob(call, source, index + 1, gauge.cost, AHEAD);
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
      for (const step of stepsOf(job, index)) {
        yield present(step, options.withItems && source.get(index), options);
        index++;
        guard?.report(index, source.total);
      }
    }
  } finally {
    job?.close();
    source.close();
  }
}

async function* stream(call: Call, source: Source, options: StreamOptions): AsyncGenerator<unknown> {
  const gauge = new Gauge(call);
  const guard = guardOf(options);
  const unwatch = guard?.watch(() => job?.notify());
  let index = 0;
  let job: Job | undefined;
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const isDue = gauge.isDue(index);
      const began = isDue ? performance.now() : 0;
      const step = await settleStep(runItem(call, source, index));
      if (isDue && gauge.measure(index, performance.now() - began, source.total)) {
        job = openJob(call, source, index + 1, gauge.cost, AHEAD);
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
      for (const step of stepsOf(job, index)) {
        yield present(await settleStep(step), options.withItems && source.get(index), options);
        index++;
        guard?.report(index, source.total);
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
