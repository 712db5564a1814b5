// A task whose result is large.
import { task } from 'doall/runtime';
import { crunch } from '../workload.mjs';

/** A megabyte, made in about a third of a millisecond. */
export const page = task(import.meta.url, 'page', (i) => {
  crunch(i, 30_000);
  return new Float64Array(131_072).fill(i);
});
