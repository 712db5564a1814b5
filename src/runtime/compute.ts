// Computing the results of all items of a call, in order.
import { mayFanOut, openJob, type Call } from './call.ts';
import { locateError } from './errors.ts';
import type { Job } from './job.ts';
import { probe, runInline } from './probe.ts';
import type { FixedSource } from './source.ts';

/** Results of all items, computed while this thread blocks and works along. */
export function computeSync(call: Call, source: FixedSource): unknown[] {
  const { total } = source;
  const out = new Array<unknown>(total);
  if (total < 2 || !mayFanOut(call)) {
    runInline(call, source, out, 0, total);
    return out;
  }
  const { next, cost } = probe(call, source, out);
  if (next === total) return out;
  const job = openJob(call, source, next, cost, undefined);
  try {
    for (let at = next; at < total;) {
      if (job.done.has(at)) at = collect(job, at, out);
      else job.advance();
    }
  } finally {
    job.close();
  }
  return out;
}

/** Takes a finished chunk into the results and gives the start of the next; throws the error of a failed one. */
function collect(job: Job, start: number, out: unknown[]): number {
  const { values, failures, end } = job.take(start);
  const [failure] = failures;
  if (failure) {
    const { meta, source } = job.settings;
    throw locateError(failure.error, failure.index, source.total, meta.name);
  }
  for (let i = 0; i < values.length; i++) out[start + i] = values[i];
  job.consume(end);
  return end;
}

/** Results of all items, computed by workers while this thread stays free. */
export async function computeAsync(call: Call, source: FixedSource): Promise<unknown[]> {
  const { total } = source;
  const out = new Array<unknown>(total);
  if (total < 2 || !mayFanOut(call)) {
    runInline(call, source, out, 0, total);
    return Promise.all(out);
  }
  const { next, cost } = probe(call, source, out);
  if (next === total) return Promise.all(out);
  const first = Promise.all(out.slice(0, next));
  const job = openJob(call, source, next, cost, undefined);
  try {
    for (let at = next; at < total;) {
      if (job.done.has(at)) at = collect(job, at, out);
      else await job.progress();
    }
  } finally {
    job.close();
  }
  (await first).forEach((value, index) => (out[index] = value));
  return Promise.all(out);
}
