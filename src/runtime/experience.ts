// What the items of a task cost in its last calls, so that the next call needn't run any to find out.
import type { TaskMeta } from './task.ts';

/** Milliseconds that an item took, in the last two calls that used workers. */
const known = new WeakMap<TaskMeta, readonly [number, number]>();

/** Notes what an item took in a call that used workers. */
export function noteCost(meta: TaskMeta, milliseconds: number): void {
  known.set(meta, [milliseconds, known.get(meta)?.[0] ?? 0]);
}

/**
 * Milliseconds that an item is expected to take; 0 for a task that is new. The lesser of two calls, as one may have been
 * much heavier than the next.
 */
export function expectedCost(meta: TaskMeta | undefined): number {
  const costs = meta && known.get(meta);
  return costs ? Math.min(costs[0], costs[1]) : 0;
}
