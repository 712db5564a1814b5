// A finished chunk, as a call takes it from its job.
import type { Failure } from './chunk.ts';
import type { Output } from './output.ts';

/** The values from the chunk's start on, and its failures. */
export interface DoneChunk {
  readonly end: number;
  readonly values: ArrayLike<unknown>;
  readonly failures: Failure[];
  readonly output: Output;
  /** Items whose results couldn't be sent, and why. */
  readonly unsent: readonly { readonly index: number; readonly reason: string }[];
}
