// What all forms of a call share: their options, and the decision to run inline or to fan out.
import type { ChunkPlan, Truth, Work } from './chunk.ts';
import { isForcing, isOff, isStrict, threadCount } from './env.ts';
import { Job, type JobSettings } from './job.ts';
import { poolOf, type WorkerPool } from './pool.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';
import { metaOf, type TaskMeta } from './task.ts';
import type { Options } from './types.ts';

/** A call, ready to run. */
export interface Call {
  readonly plan: ChunkPlan;
  readonly meta: TaskMeta | undefined;
  readonly options: Options;
  /** Whether the calling thread takes part for as long as the call lasts. */
  readonly blocking: boolean;
}

/** Remaining work, in milliseconds, from which fanning out pays with workers up, and with workers still to start. */
const WARM = 4;
const COLD = 60;

/** Whether this call may use workers at all. */
export function mayFanOut({ meta, options, blocking }: Call): boolean {
  if (!meta || isOff || shared.worker || shared.depth > 0) return false;
  const pool = poolOf(options);
  return !pool.isClosed && workerCount(options, pool, blocking) > 0;
}

function workerCount(options: Options, pool: WorkerPool, blocking: boolean): number {
  const threads = options.threads === undefined ? pool.threads : threadCount(options.threads);
  return threads === 1 || !blocking ? threads - (threads === 1 ? 1 : 0) : threads - 1;
}

/** Whether the call must use workers, whatever it costs. */
export function isForced(call: Call): boolean {
  return (isForcing || call.options.force === true) && mayFanOut(call);
}

/** Whether what is left, in milliseconds of work, pays for workers. */
export function isWorthFanOut(call: Call, remaining: number): boolean {
  // Most calls end here; the rest of the question costs more than a short item.
  if (remaining < WARM || !mayFanOut(call)) return false;
  return remaining > COLD || poolOf(call.options).isWarm;
}

/** Which items a job is for, and how it runs. */
export type JobPlan = Pick<JobSettings, 'start' | 'cost' | 'ahead' | 'isRemote'>;

/** Fans out the items from `start` on. */
export function makeJob(call: Call, source: Source, plan: JobPlan): Job {
  const { options, blocking } = call;
  const pool = poolOf(options);
  const workers = workerCount(options, pool, blocking);
  const threads = blocking ? workers + 1 : workers;
  return new Job(pool, {
    ...plan,
    plan: call.plan,
    meta: call.meta as TaskMeta,
    source,
    workers,
    threads,
    chunkSize: options.chunkSize,
    isStrict: options.strict ?? isStrict,
    isForced: options.force ?? isForcing,
  });
}

/** A call out of what the user gave. */
export function makeCall(
  task: unknown,
  constants: unknown,
  options: Options | undefined,
  rest: { blocking: boolean; settled?: boolean; truth?: Truth },
): Call {
  const work = task as Work;
  if (options) checkOptions(options);
  return {
    plan: { work, constants, settled: rest.settled ?? false, truth: rest.truth },
    meta: metaOf(work),
    options: options ?? NO_OPTIONS,
    blocking: rest.blocking,
  };
}

const NO_OPTIONS: Options = {};

function checkOptions({ threads, chunkSize }: Options): void {
  threadCount(threads ?? 1);
  if (chunkSize === undefined || (Number.isInteger(chunkSize) && chunkSize > 0)) return;
  throw new RangeError(`options.chunkSize must be a positive integer, got ${chunkSize}`);
}
