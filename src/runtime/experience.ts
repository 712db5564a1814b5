// What the last calls of a task tell about the next one: what its items cost, and whether workers paid.
import type { TaskMeta } from './task.ts';

/** Milliseconds of work that a task does inline for each that workers took from it in vain, before they are tried again. */
const PENANCE = 20;

/** Milliseconds that an item took, in the last two calls that used workers. */
const known = new WeakMap<TaskMeta, readonly [number, number]>();

/** Milliseconds of work that a task must do inline until workers are tried again. */
const owed = new WeakMap<TaskMeta, number>();

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

/** Notes that bringing a task's items to workers took this thread so many milliseconds, and wasn't worth it. */
export function noteWaste(meta: TaskMeta, milliseconds: number): void {
  owed.set(meta, milliseconds * PENANCE);
}

/** Notes work that a task did inline. */
export function payOff(meta: TaskMeta | undefined, milliseconds: number): void {
  const debt = meta && owed.get(meta);
  if (!debt) return;
  if (debt > milliseconds) owed.set(meta, debt - milliseconds);
  else owed.delete(meta);
}

/** Whether workers weren't worth it for a task, not long ago. */
export function isOwing(meta: TaskMeta | undefined): boolean {
  return meta !== undefined && owed.has(meta);
}
