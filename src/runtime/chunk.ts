// Running one chunk of items: the same code on the main thread and in a worker.
import type { Reader } from './columns.ts';
import { shared } from './shared.ts';

/** A task as the scheduler sees it. */
export type Work = (item: unknown, constants: unknown) => unknown;

/** An item whose task threw. */
export interface Failure {
  readonly index: number;
  readonly error: unknown;
}

/** What came of a chunk. Without `settled` it ends at the first failure, and `values` holds what came before. */
export interface ChunkResult {
  readonly values: unknown[];
  readonly failures: Failure[];
}

/** What to do with the items of a chunk. */
export interface ChunkPlan {
  readonly work: Work;
  readonly constants: unknown;
  /** Go on after a failure. */
  readonly settled: boolean;
  /** Results matter only as true or false. */
  readonly truth: boolean;
}

/** Runs the task on the items from `start` to `end`; stops between items when `isOver` says so. */
export function runChunk(
  plan: ChunkPlan,
  get: Reader,
  start: number,
  end: number,
  isOver: () => boolean,
): ChunkResult {
  const { work, constants, settled, truth } = plan;
  const values = new Array<unknown>(end - start);
  const failures: Failure[] = [];
  let index = start;
  shared.depth++;
  try {
    while (index < end) {
      try {
        for (; index < end; index++) {
          const value = work(get(index), constants);
          values[index - start] = truth ? Boolean(value) : value;
          if (isOver()) break;
        }
        break;
      } catch (error) {
        failures.push({ index, error });
        if (!settled) break;
        index++;
      }
    }
  } finally {
    shared.depth--;
  }
  if (index < end) values.length = index - start;
  return { values, failures };
}

/** Waits for the promises among the results; a rejection is that item's failure. */
export async function settleChunk(
  result: ChunkResult,
  start: number,
  settled: boolean,
): Promise<ChunkResult> {
  if (!result.values.some(isThenable)) return result;
  const outcomes = await Promise.allSettled(result.values);
  const failures = [...result.failures];
  outcomes.forEach((outcome, offset) => {
    if (outcome.status === 'rejected') failures.push({ index: start + offset, error: outcome.reason });
  });
  failures.sort((a, b) => a.index - b.index);
  const values = outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : undefined));
  const first = failures[0];
  if (settled || !first) return { values, failures };
  return { values: values.slice(0, first.index - start), failures: [first] };
}

/** Whether `await` would wait for the value. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return (
    (typeof value === 'object' || typeof value === 'function') &&
    value !== null &&
    typeof (value as { then?: unknown }).then === 'function'
  );
}
