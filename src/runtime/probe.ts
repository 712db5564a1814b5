// The first items run inline and are timed, so that work too small for workers never meets them.
import { now } from './clock.ts';
import type { Call } from './call.ts';
import { runSpan, truthOf } from './chunk.ts';
import { isTelling, isWorthFanOut, noteInline } from './gain.ts';
import type { Guard } from './guard.ts';
import { locateError } from './errors.ts';
import { elementOf } from './reflect.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';
import { metaOf, nameOf } from './task.ts';
import type { TaskLike } from './types.ts';

/** Milliseconds that a batch may take, so that the decision is renewed in time. */
const BATCH = 1;

/** How much longer than a short batch the next one may be: costs may rise. */
const GROWTH = 12;

/** How far the inline run came, and the milliseconds that an item took at the end. */
export interface Probe {
  readonly next: number;
  readonly cost: number;
}

/** Runs items inline into `out`, until nothing is left or the rest is worth workers. */
export function probe(call: Call, source: Source, out: unknown[], guard: Guard | undefined): Probe {
  const total = out.length;
  let next = 0;
  let size = 1;
  let began = total > 1 ? now() : 0;
  let spent = 0;
  let last = Infinity;
  for (;;) {
    const end = Math.min(total, next + size);
    runInline(call, source, out, next, end);
    guard?.report(end, total);
    if (end === total) {
      noteInline(call, spent);
      return { next: total, cost: 0 };
    }
    guard?.check();
    // Reading the clock costs as much as some short items do, so a batch begins where the last one ended.
    const time = now();
    const took = time - began;
    const measured = took / (end - next);
    // The lesser of two batches: something else may have had the processor during one.
    const cost = Math.min(measured, last);
    const isTold = isTelling(next === 0, took, total);
    next = end;
    began = time;
    last = measured;
    spent += took;
    const rest = { items: total - next, cost, result: elementOf(out, next - 1) };
    if (isTold && isWorthFanOut(call, source, rest)) return { next, cost };
    size = Math.max(1, Math.min(took > BATCH / 8 ? size * 2 : size * GROWTH, Math.floor(BATCH / measured)));
  }
}

/** Runs items on this thread, into `out`. */
export function runInline(call: Call, source: Source, out: unknown[], start: number, end: number): void {
  const cursor = { index: start };
  // A call made inside the only item there is may use the workers itself.
  const nested = out.length === 1 ? 0 : 1;
  shared.depth += nested;
  try {
    runSpan(call, source.get, cursor, end, out, 0);
  } catch (error) {
    throw locateError(error, cursor.index, source.total, nameOf(call.meta));
  } finally {
    shared.depth -= nested;
  }
  if (call.truth) for (let index = start; index < end; index++) out[index] = truthOf(out[index], call.truth);
}

/** Runs the only item of a call; a call made inside it may use the workers itself. */
export function runSingle<Item, Constants, Result>(
  task: TaskLike<Item, Constants, Result>,
  item: Item,
  constants: Constants,
): Result {
  try {
    return task(item, constants);
  } catch (error) {
    throw locateError(error, 0, 1, nameOf(metaOf(task)));
  }
}
