// What a call and its job know of each other.
import type { ChunkPlan, Failure } from './chunk.ts';
import type { DoneChunk } from './done-chunk.ts';
import type { Source } from './source.ts';
import type { TaskMeta } from './task.ts';

/** What a job needs to know of its call. */
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
  readonly ahead?: number | undefined;
  readonly chunkSize: number | undefined;
  /** Milliseconds that a worker gets for an item. */
  readonly itemTimeout: number | undefined;
  /** Whether this thread runs nothing but what dead workers left. */
  readonly isRemote?: boolean;
  /** Whether what can't be sent is an error. */
  readonly isStrict: boolean;
  /** Whether workers come first: this thread runs a chunk only after one of theirs. */
  readonly isForced: boolean;
  /** Whether this thread blocks until the call is over. */
  readonly blocking: boolean;
}

/** A job as a call that doesn't block sees it. */
export interface CallJob {
  /** Whether the chunk that starts at an item is finished. */
  has(start: number): boolean;
  /** Takes out the finished chunk that starts at an item, whose turn it is. */
  take(start: number): DoneChunk;
  /** The error of a failed item, when its turn has come. */
  errorOf(failure: Failure): unknown;
  /** Says that the items before `index` were consumed, so that as many more may be read ahead. */
  consume(index: number): void;
  /** Makes further items claimable. */
  publish(): void;
  /** Brings the call forward, or waits until something has happened. */
  progress(): Promise<void>;
  /** Lets a call that waits look around. */
  notify(): void;
  /** Ends the job, whatever is still under way. */
  close(): void;
}
