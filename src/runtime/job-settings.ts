// What a job needs to know of its call.
import type { ChunkPlan } from './chunk.ts';
import type { Source } from './source.ts';
import type { TaskMeta } from './task.ts';

export interface JobSettings {
  readonly meta: TaskMeta;
  readonly plan: ChunkPlan;
  readonly source: Source;
  /** First item that wasn't run inline. */
  readonly start: number;
  /** Measured milliseconds for an item. */
  readonly cost: number;
  /** Whether the results so far are numbers. */
  readonly isNumeric: boolean;
  /** Threads that share the work, and how many of them are workers. */
  readonly threads: number;
  readonly workers: number;
  /** Milliseconds of work, for each thread, to read ahead of the consumer; undefined for all there is. */
  readonly ahead: number | undefined;
  readonly chunkSize: number | undefined;
  /** Milliseconds that a worker gets for an item. */
  readonly itemTimeout: number | undefined;
  /** Whether this thread runs nothing but what dead workers left. */
  readonly isRemote: boolean;
  /** Whether what can't be sent is an error. */
  readonly isStrict: boolean;
  /** Whether workers come first: this thread runs a chunk only after one of theirs. */
  readonly isForced: boolean;
  /** Whether this thread blocks until the call is over. */
  readonly blocking: boolean;
}
