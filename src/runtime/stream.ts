// The engine of imapSync and imap: items run inline until the rest is worth workers, then chunks come in order.
import { performance } from 'node:perf_hooks';
import { isForced, isWorthFanOut, makeJob, mayFanOut, type Call } from './call.ts';
import type { Failure } from './chunk.ts';
import { isVerifying } from './env.ts';
import { locateError } from './errors.ts';
import { guardOf } from './guard.ts';
import type { DoneChunk, Job } from './job.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';
import type { StreamOptions } from './types.ts';
import { runVerified } from './verify.ts';

/** Milliseconds of work, for each thread, that may be done ahead of the consumer. */
const AHEAD = 16;
/** Items that DOALL_VERIFY runs at a time. */
const WINDOW = 64;

/** One result on its way to the consumer: it is thrown or given only at its turn. */
interface Step {
  readonly value: unknown;
  readonly failed: boolean;
}

/** The function that runs the item at an index on this thread. */
function runnerOf(call: Call, source: Source): (index: number) => Step {
  if (!isVerifying || source.isInStep || !mayFanOut(call)) return (index) => runItem(call, source, index);
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

function runItem(call: Call, source: Source, index: number): Step {
  try {
    return { value: runBare(call, source, index), failed: false };
  } catch (error) {
    return { value: error, failed: true };
  }
}

/** The result of an item, or its error, with nothing around it: the short way for short items. */
function runBare(call: Call, source: Source, index: number): unknown {
  const { work, constants } = call.plan;
  shared.depth++;
  try {
    return work(source.get(index), constants);
  } catch (error) {
    throw locate(call, source, index, error);
  } finally {
    shared.depth--;
  }
}

function locate(call: Call, source: Source, index: number, error: unknown): unknown {
  return locateError(error, index, source.total, call.meta?.name ?? 'a function');
}

type ChunkResults = Pick<DoneChunk, 'values' | 'failures'>;

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

/** What the consumer gets for a step; throws the error of a failed one unless outcomes are wanted. */
function present(step: Step, source: Source, index: number, options: StreamOptions): unknown {
  if (step.failed && !options.settled) throw step.value;
  const { value, failed } = step;
  let result: unknown = value;
  if (options.settled) result = failed ? { ok: false, error: value } : { ok: true, value };
  return options.withItems ? [source.get(index), result] : result;
}

/** Decides, item by item, whether what is left is worth workers. */
class Gauge {
  /** Milliseconds that an item takes. */
  cost = 0;
  readonly #call: Call;

  constructor(call: Call) {
    this.#call = call;
  }

  /** When the item began, if it is to be timed: the first ones, then a sample, as reading the clock has its price. */
  begin(index: number): number {
    return index < 4 || index % 16 === 0 ? performance.now() : 0;
  }

  /** Whether the items after `index`, which began then, are worth workers. */
  isEnough(index: number, began: number, source: Source): boolean {
    if (began === 0 || source.isInStep) return false;
    const { total } = source;
    const took = performance.now() - began;
    this.cost = index < 2 ? took : this.cost + (took - this.cost) / 4;
    // The first item may be slow only the first time.
    if (index === 0 && took < 2) return false;
    const left = total === undefined ? index + 1 : total - index - 1;
    return !isVerifying && isWorthFanOut(this.#call, left * this.cost);
  }
}

/** Whether workers are used from the first item on. */
function isEager(call: Call, source: Source): boolean {
  return !source.isInStep && !isVerifying && isForced(call);
}

/** Fans out the items from `start` on. */
function openJob(call: Call, source: Source, start: number, cost: number): Job {
  const job = makeJob(call, source, { start, cost, ahead: AHEAD, isRemote: false });
  job.publish();
  return job;
}

/** The results of a blocking call, one by one. */
export function* streamSync(call: Call, source: Source, options: StreamOptions): Generator {
  const isBare = !options.withItems && !options.settled && (!isVerifying || source.isInStep);
  const gauge = new Gauge(call);
  const run = runnerOf(call, source);
  const guard = guardOf(options);
  let index = 0;
  let job = isEager(call, source) ? openJob(call, source, 0, 1) : undefined;
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const began = gauge.begin(index);
      const step = isBare ? undefined : run(index);
      const result = step ? present(step, source, index, options) : runBare(call, source, index);
      if (gauge.isEnough(index, began, source)) job = openJob(call, source, index + 1, gauge.cost);
      yield result;
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
      const errorOf = job.errorOf.bind(job);
      for (const start = index; index < chunk.end; index++) {
        const result = present(stepAt(chunk, start, index, errorOf), source, index, options);
        job.consume(index + 1);
        yield result;
        guard?.report(index + 1, source.total);
      }
      job.publish();
    }
  } finally {
    job?.close();
    source.close();
  }
}

/** The results of a call that doesn't block, one by one. */
export async function* stream(call: Call, source: Source, options: StreamOptions): AsyncGenerator {
  const gauge = new Gauge(call);
  const run = runnerOf(call, source);
  const guard = guardOf(options);
  let index = 0;
  let job = isEager(call, source) ? openJob(call, source, 0, 1) : undefined;
  const unwatch = guard?.watch(() => job?.notify());
  try {
    for (; !job && source.ensure(index + 1) > index; index++) {
      const began = gauge.begin(index);
      const step = run(index);
      if (gauge.isEnough(index, began, source)) job = openJob(call, source, index + 1, gauge.cost);
      yield present(await settleStep(step), source, index, options);
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
      const errorOf = job.errorOf.bind(job);
      for (const start = index; index < chunk.end; index++) {
        const result = present(
          await settleStep(stepAt(chunk, start, index, errorOf)),
          source,
          index,
          options,
        );
        job.consume(index + 1);
        yield result;
        guard?.report(index + 1, source.total);
      }
      job.publish();
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
