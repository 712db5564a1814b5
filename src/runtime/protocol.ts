// The messages between the calling thread and its workers.
import type { MessagePort } from 'node:worker_threads';
import type { Truth } from './chunk.ts';
import type { PackedValues } from './codec/values.ts';
import type { Packed } from './codec/pack.ts';
import type { Column } from './columns.ts';
import type { Output } from './output.ts';
import type { Table } from './table.ts';

/** The marker in `workerData` by which the runtime's file knows that it starts as a worker. */
export const WORKER_MARK = 'doall.worker/1';

/** What a worker gets at its start. */
export interface WorkerStart {
  readonly mark: typeof WORKER_MARK;
  readonly port: MessagePort;
  /** Word 0 counts messages to the calling thread; word 1 + index is the worker's status. */
  readonly signal: Int32Array;
  readonly index: number;
}

/** Items on the wire: a column in shared memory, or packed grains that follow in `segment` messages. */
export interface JobMessage {
  readonly type: 'job';
  readonly id: number;
  readonly control: Int32Array;
  readonly url: string;
  readonly name: string;
  readonly column: Column | undefined;
  readonly constants: Packed;
  readonly settled: boolean;
  /** Whether promises are results as they are: none can be sent, so the calling thread makes them. */
  readonly blocking: boolean;
  readonly truth: Truth | undefined;
  readonly table: Table | undefined;
  /** Whether a chunk of which the table holds the results needs no message. */
  readonly isQuiet: boolean;
}

/** Some grains of items in shared memory; grain k holds the items `starts[k]` to `starts[k + 1]`. */
export interface SegmentMessage {
  readonly type: 'segment';
  readonly id: number;
  readonly starts: readonly number[];
  readonly grains: readonly Packed[];
}

export type ToWorker =
  JobMessage | SegmentMessage | { readonly type: 'wake' } | { readonly type: 'end'; readonly id: number };

/** A failure on the wire; an error that would lose something is had by running the item again. */
export interface PackedFailure {
  readonly index: number;
  readonly error: Packed | undefined;
}

/** The results of a chunk. */
export interface ChunkMessage {
  readonly type: 'chunk';
  readonly id: number;
  readonly start: number;
  readonly end: number;
  /** Undefined when they stand in the table. */
  readonly values: PackedValues | undefined;
  readonly failures: readonly PackedFailure[];
  /** Items of which the result can't be sent, and why. */
  readonly unsent: readonly { readonly index: number; readonly reason: string }[];
  /** What the tasks printed. */
  readonly output: Output;
  /** When the chunk was begun, in milliseconds on the clock that all threads share, and how many it took. */
  readonly began: number;
  readonly took: number;
}

export type ToCaller =
  | ChunkMessage
  /** The worker can't load the task; it takes no part in the job. */
  | { readonly type: 'unable'; readonly id: number; readonly reason: string };
