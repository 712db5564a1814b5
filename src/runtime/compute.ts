// Computing the results of all items of a call, in order.
import { isForced, makeCallJob, makeJob, mayFanOut, type Call, type JobPlan } from './call.ts';
import { isVerifying } from './env.ts';
import { locateError } from './errors.ts';
import { costIfHeavy } from './gain.ts';
import { guardOf, type Guard } from './guard.ts';
import type { CallJob } from './job-settings.ts';
import { probe } from './probe.ts';
import type { FixedSource, Source } from './source.ts';
import { elementOf, emptyList, put } from './reflect.ts';
import { stream, streamSync } from './stream.ts';
import { fitsTable } from './table.ts';
import { nameOf } from './task.ts';
import { runVerified } from './verify.ts';

/** Results of all items, computed while this thread blocks and works along. */
export function computeSync(call: Call, given: Source): unknown[] {
  if (given.isInStep) return [...streamSync(call, given)];
  const source = given as FixedSource;
  const { total } = source;
  const out = emptyList(total);
  const guard = guardOf(call.options);
  const { next, cost } = runFirst(call, source, out, guard);
  if (next === total) return out;
  const job = makeJob(call, source, planOf(out, next, cost));
  try {
    for (let at = next; at < total;) {
      guard?.check();
      if (job.has(at)) at = collect(job, at, out, guard);
      else job.advance(at, guard?.deadline ?? Infinity);
    }
  } finally {
    job.close();
  }
  return out;
}

/** Results of all items, computed by workers while this thread stays free. */
export async function computeAsync(call: Call, given: Source): Promise<unknown[]> {
  if (given.isInStep) return gather(stream(call, given));
  const source = given as FixedSource;
  const { total } = source;
  const out = emptyList(total);
  const guard = guardOf(call.options);
  const { next, cost } = runFirst(call, source, out, guard);
  // Rejections among the first results belong to this promise, even if a later item fails meanwhile.
  const first = Promise.all(out.slice(0, next));
  if (next === total) return first;
  first.catch(() => undefined);
  const job = makeCallJob(call, source, planOf(out, next, cost));
  const unwatch = guard?.watch(() => {
    job.notify();
  });
  try {
    for (let at = next; at < total;) {
      guard?.check();
      if (job.has(at)) at = collect(job, at, out, guard);
      else await job.progress();
    }
  } finally {
    unwatch?.();
    job.close();
  }
  (await first).forEach((value, index) => (out[index] = value));
  return Promise.all(out);
}

async function gather(results: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = [];
  for await (const result of results) all.push(result);
  return all;
}

/** Runs items inline until the rest is worth workers, or to the end. */
function runFirst(
  call: Call,
  source: FixedSource,
  out: unknown[],
  guard: Guard | undefined,
): { readonly next: number; readonly cost: number } {
  const { total } = source;
  if (isVerifying && mayFanOut(call)) {
    const { values, failures } = runVerified(call, source, 0, total);
    const [failure] = failures;
    if (failure) throw locateError(failure.error, failure.index, total, nameOf(call.meta));
    values.forEach((value, index) => (out[index] = value));
    return { next: total, cost: 0 };
  }
  if (isForced(call)) return { next: 0, cost: 1 };
  const cost = costIfHeavy(call, source);
  return cost === undefined ? probe(call, source, out, guard) : { next: 0, cost };
}

/** How the items from `start` on are fanned out. */
function planOf(out: unknown[], start: number, cost: number): JobPlan {
  const isNumeric = start === 0 || fitsTable(elementOf(out, start - 1));
  return { start, cost, isNumeric };
}

/** Takes a finished chunk into the results and gives the start of the next; throws the error of a failed one. */
function collect(job: CallJob, start: number, out: unknown[], guard: Guard | undefined): number {
  const { values, failures, end } = job.take(start);
  const [failure] = failures;
  if (failure) throw job.errorOf(failure);
  for (let i = 0; i < values.length; i++) put(out, start + i, values[i]);
  job.consume(end);
  guard?.report(end, out.length);
  return end;
}
