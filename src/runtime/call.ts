// What all forms of a call share: their options, and the decision to run inline or to fan out.
import type { ChunkPlan, Truth, Work } from './chunk.ts';
import { canBlock, isForcing, isOff, isStrict, threadCount } from './env.ts';
import { checkCount } from './errors.ts';
import type { Transport } from './gain.ts';
import { Job } from './job.ts';
import { RemoteJob } from './remote.ts';
import type { CallJob, JobSettings } from './job-settings.ts';
import { poolOf, type WorkerPool } from './pool.ts';
import { isInMain } from './self.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';
import { metaOf, type TaskMeta } from './task.ts';
import type { Options, StreamOptions } from './types.ts';

/** A call, ready to run. */
export interface Call extends ChunkPlan {
  readonly meta: TaskMeta | undefined;
  readonly options: StreamOptions;
  /** Whether the calling thread takes part for as long as the call lasts. */
  readonly blocking: boolean;
  /** Set when it was first asked for. */
  transport?: Transport;
}

/** Whether this call may use workers at all. */
export function mayFanOut({ meta, options, blocking }: Call): boolean {
  if (!meta || isOff || (blocking && !canBlock) || shared.worker || shared.depth > 0) return false;
  if (isInMain(meta)) return false;
  if (options.executor) return true;
  const pool = poolOf(options);
  return !pool.isClosed && workerCount(options, pool, blocking) > 0;
}

/** The number of workers that a call may use. */
export function workerCount(options: Options, pool: WorkerPool, blocking: boolean): number {
  const threads = options.threads === undefined ? pool.threads : threadCount(options.threads);
  // One thread is the calling one; with a limit for each item, it stays out of the work, as nobody could end its items.
  if (threads === 1) return options.itemTimeout === undefined ? 0 : 1;
  return blocking && options.itemTimeout === undefined ? threads - 1 : threads;
}

/** Whether the call must use workers, whatever it costs. */
export function isForced(call: Call): boolean {
  const { force, itemTimeout, executor } = call.options;
  const isAsked = isForcing || force === true || itemTimeout !== undefined || executor !== undefined;
  return isAsked && mayFanOut(call);
}

/** Which items a job is for, and how it runs. */
export type JobPlan = Pick<JobSettings, 'start' | 'cost' | 'isNumeric' | 'ahead' | 'isRemote'>;

/** Fans out the items from `start` on to the workers of a pool. */
export function makeJob(call: Call, source: Source, jobPlan: JobPlan): Job {
  return new Job(poolOf(call.options), settingsOf(call, source, jobPlan));
}

/** As {@link makeJob}, or to the executor that the user gave. */
export function makeCallJob(call: Call, source: Source, jobPlan: JobPlan): CallJob {
  const { executor } = call.options;
  if (!executor) return makeJob(call, source, jobPlan);
  return new RemoteJob(executor, settingsOf(call, source, jobPlan));
}

/** Whether what can't be sent is an error, instead of staying on the calling thread. */
export function isStrictCall({ options }: Call): boolean {
  return options.strict ?? isStrict;
}

function settingsOf(call: Call, source: Source, jobPlan: JobPlan): JobSettings {
  const { options, blocking, meta } = call;
  const { chunkSize, itemTimeout, executor } = options;
  const workers = executor ? 0 : workerCount(options, poolOf(options), blocking);
  return {
    ...jobPlan,
    plan: call,
    meta: meta as TaskMeta,
    source,
    blocking,
    workers,
    threads: blocking && itemTimeout === undefined ? workers + 1 : workers,
    chunkSize,
    itemTimeout,
    isStrict: isStrictCall(call),
    isForced: options.force ?? isForcing,
  };
}

/** A call out of what the user gave. */
export function makeCall(
  task: unknown,
  constants: unknown,
  options: StreamOptions | undefined,
  blocking: boolean,
  truth?: Truth,
): Call {
  const work = task as Work;
  if (options) checkOptions(options, blocking);
  const { settled = false } = options ?? NO_OPTIONS;
  return { work, constants, settled, truth, meta: metaOf(work), options: options ?? NO_OPTIONS, blocking };
}

const NO_OPTIONS: StreamOptions = {};

/** The words of a job hold no greater number. */
const MOST_ITEMS = 2 ** 31 - 1;

function checkOptions(options: Options, blocking: boolean): void {
  const { threads = 1, chunkSize = 1, executor, timeout = 0, itemTimeout = 0 } = options;
  if (executor && blocking) throw new TypeError('options.executor is for calls that do not block');
  threadCount(threads);
  checkCount(chunkSize, 'options.chunkSize', MOST_ITEMS);
  if (executor) checkCount(executor.slots, 'options.executor.slots', MOST_ITEMS);
  if (!(timeout >= 0 && itemTimeout >= 0)) throw new RangeError('a time limit must be positive');
}
