// Tasks that take their worker down. On the calling thread they behave well, so that a chunk run again succeeds.
import { isMainThread, threadId } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { burn } from './tasks.mjs';

/** Makes a task that does something harmful in a worker, at items that are multiples of 50. */
const faulty = (name, harm) =>
  task(import.meta.url, name, (x) => {
    burn(0.2);
    if (x % 50 === 49 && !isMainThread) harm(x);
    return x + 1;
  });

export const exits = faulty('exits', () => process.exit(3));
export const exitsLater = faulty('exitsLater', () => setImmediate(() => process.exit(3)));
export const throwsLater = faulty('throwsLater', () =>
  setImmediate(() => {
    throw new Error('later');
  }),
);
export const outOfMemory = faulty('outOfMemory', () => {
  const hoard = [];
  for (;;) hoard.push(new Array(100_000).fill(threadId));
});
export const stuck = faulty('stuck', () => {
  for (;;);
});

export const alwaysStuck = task(import.meta.url, 'alwaysStuck', (x) => {
  for (; !isMainThread;);
  return x + 1;
});

/** Never ends for the item that the constants name. */
export const stuckAt = task(import.meta.url, 'stuckAt', (x, at) => {
  while (x === at);
  return x + 1;
});

export const rejects = task(import.meta.url, 'rejects', (x) => {
  burn(0.2);
  if (x === 250) void Promise.reject(new Error('nobody listens'));
  return x + 1;
});
