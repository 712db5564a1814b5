// A module that never finishes loading in a worker.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { crunch } from '../workload.mjs';

export const harm = task(import.meta.url, 'harm', (x) => {
  crunch(x, 40_000);
  return x + 1;
});
while (!isMainThread);
