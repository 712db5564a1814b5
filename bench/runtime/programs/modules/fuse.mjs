// Tasks whose worker ends at an item that a counter in shared memory chooses, as a crash would end it.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { crunch } from '../workload.mjs';

function burn(x, fuse) {
  crunch(x, 20_000);
  if (!isMainThread && Atomics.sub(fuse, 0, 1) === 1) process.exit(7);
}

export const square = task(import.meta.url, 'square', (x, { fuse }) => {
  burn(x, fuse);
  return x * x;
});
export const mark = task(import.meta.url, 'mark', (item, { fuse }) => {
  burn(item.i, fuse);
  return { ...item, done: true };
});
