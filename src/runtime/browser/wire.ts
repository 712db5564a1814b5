// The messages between the page and its workers; a mark tells them from those of the program.
import type { Truth } from '../chunk.ts';
import type { Packed } from './codec/pack.ts';

export const MARK = 'doall.browser/1';

export type ToWorker =
  | { readonly type: 'hello' }
  | {
      readonly type: 'job';
      readonly id: number;
      readonly url: string;
      readonly name: string;
      readonly constants: Packed;
      readonly settled: boolean;
      readonly truth: Truth | undefined;
    }
  | { readonly type: 'chunk'; readonly id: number; readonly start: number; readonly items: Packed }
  | { readonly type: 'end'; readonly id: number };

export type ToPage =
  /** The worker is there. */
  | { readonly type: 'up' }
  /** It can't load the task. */
  | { readonly type: 'unable'; readonly id: number; readonly reason: string }
  /** Values and failures of a chunk, or why they can't be sent; milliseconds that it took. */
  | {
      readonly type: 'chunk';
      readonly id: number;
      readonly start: number;
      readonly took: number;
      readonly result: Packed | undefined;
      readonly reason: string;
    };

/** A message with the mark. */
export function marked<Message extends ToWorker | ToPage>(message: Message): Message & { mark: string } {
  return { mark: MARK, ...message };
}

/** Whether a message is one of ours. */
export function isMarked(data: unknown): boolean {
  return (data as { mark?: unknown } | null | undefined)?.mark === MARK;
}
