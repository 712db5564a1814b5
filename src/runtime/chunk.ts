// Running one chunk of items: the same code on the main thread and in a worker.
import type { Reader } from './columns.ts';
import { emptyList, put } from './reflect.ts';
import { shared } from './shared.ts';

/** A task as the scheduler sees it. */
export type Work = (item: unknown, constants: unknown) => unknown;

/** An item whose task threw. */
export interface Failure {
  readonly index: number;
  readonly error: unknown;
  /** Its promise was rejected, so that running it again gives no error at once. */
  readonly isRejection?: boolean;
  /** The error couldn't be sent, or its copy could be told from it: it is had by running the item again. */
  readonly isLost?: boolean;
}

/** What came of a chunk. Without `settled` it ends at the first failure, and `values` holds what came before. */
export interface ChunkResult {
  readonly values: unknown[];
  readonly failures: Failure[];
}

/** Whether a result counts as it is, or, if it is a promise, what that gives. */
export type Truth = 'now' | 'awaited';

/** What to do with the items of a chunk. */
export interface ChunkPlan {
  readonly work: Work;
  readonly constants: unknown;
  /** Go on after a failure. */
  readonly settled: boolean;
  /** Set when results matter only as true or false. */
  readonly truth: Truth | undefined;
}

/** Runs the task on one item. */
export function runItem({ work, constants }: Pick<ChunkPlan, 'work' | 'constants'>, item: unknown): unknown {
  return work(item, constants);
}

// V8 would inline a task through this place into a loop over the results, where `try` makes its code a third slower. It
// inlines none where a place has called several functions.
for (let call = 0; call < 500; call++) runItem({ work: call % 2 ? Number : Boolean, constants: 0 }, call);

/** How far a span of items has come. */
export interface Cursor {
  index: number;
}

/**
 * Runs the task on the items from the cursor to `end`. An error leaves the cursor at the item that threw. The loop
 * stands alone, as V8 (Node 20 to 24) makes a third slower code of a task that it inlines between `try` and `catch`.
 */
export function runSpan(
  { work, constants }: ChunkPlan,
  get: Reader,
  cursor: Cursor,
  end: number,
  values: unknown[],
  offset: number,
): void {
  for (let index = cursor.index; index < end; index++) {
    cursor.index = index;
    put(values, index - offset, work(get(index), constants));
  }
  cursor.index = end;
}

/**
 * Runs the task on the items from `start` to `end`.
 * @param isOver asked every `step` items: whether to stop
 */
export function runChunk(
  plan: ChunkPlan,
  get: Reader,
  start: number,
  end: number,
  isOver: () => boolean = () => false,
  step = end - start,
): ChunkResult {
  const values = emptyList(end - start);
  const failures: Failure[] = [];
  const cursor = { index: start };
  shared.depth++;
  try {
    while (cursor.index < end && !isOver()) {
      try {
        runSpan(plan, get, cursor, Math.min(end, cursor.index + step), values, start);
      } catch (error) {
        failures.push({ index: cursor.index, error });
        if (!plan.settled) break;
        cursor.index++;
      }
    }
  } finally {
    shared.depth--;
  }
  if (cursor.index < end) values.length = cursor.index - start;
  if (plan.truth) values.forEach((value, place) => (values[place] = truthOf(value, plan.truth)));
  return { values, failures };
}

/** A result as true or false, or a promise of that. */
export function truthOf(value: unknown, truth: Truth | undefined): unknown {
  return truth === 'awaited' && isThenable(value) ? Promise.resolve(value).then(Boolean) : Boolean(value);
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
    if (outcome.status === 'rejected')
      failures.push({ index: start + offset, error: outcome.reason, isRejection: true });
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
