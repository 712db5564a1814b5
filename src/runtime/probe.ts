// The first items run inline and are timed, so that work too small for workers never meets them.
import { performance } from 'node:perf_hooks';
import { isWorthFanOut, type Call } from './call.ts';
import { never, runSpan, truthOf } from './chunk.ts';
import type { Guard } from './guard.ts';
import { locateError } from './errors.ts';
import { shared } from './shared.ts';
import type { Source } from './source.ts';

/** An item that takes this many milliseconds tells enough by itself; faster ones may be slow only the first time. */
const TELLING = 2;
/** Milliseconds that a batch may take, so that the decision is renewed in time. */
const BATCH = 1;

/** How far the inline run came, and the milliseconds that an item took at the end. */
export interface Probe {
  readonly next: number;
  readonly cost: number;
}

/** Runs items inline into `out`, until nothing is left or the rest is worth workers. */
export function probe(call: Call, source: Source, out: unknown[], guard: Guard | undefined): Probe {
  const total = source.total as number;
  let next = 0;
  let size = 1;
  let cost = 0;
  while (next < total) {
    const end = Math.min(total, next + size);
    const began = performance.now();
    runInline(call, source, out, next, end);
    guard?.report(end, total);
    if (end === total) return { next: total, cost };
    guard?.check();
    const took = performance.now() - began;
    cost = took / (end - next);
    const isTelling = next > 0 || took > TELLING;
    next = end;
    if (isTelling && isWorthFanOut(call, (total - next) * cost)) break;
    size = Math.max(1, Math.min(took > BATCH / 8 ? size * 2 : size * 4, Math.floor(BATCH / cost)));
  }
  return { next, cost };
}

/** Runs items on this thread, into `out`. */
export function runInline(call: Call, source: Source, out: unknown[], start: number, end: number): void {
  const { plan } = call;
  const cursor = { index: start };
  // A call made inside the only item there is may use the workers itself.
  const nested = source.total === 1 ? 0 : 1;
  shared.depth += nested;
  try {
    runSpan(plan, source.get, cursor, end, out, 0, never);
  } catch (error) {
    throw locateError(error, cursor.index, source.total, call.meta?.name ?? 'a function');
  } finally {
    shared.depth -= nested;
  }
  if (plan.truth) for (let index = start; index < end; index++) out[index] = truthOf(out[index], plan.truth);
}
