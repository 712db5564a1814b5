// A task that takes its worker down at items that are one less than a multiple of 50. On the calling thread it behaves
// well, so that items run again succeed.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { crunch } from '../workload.mjs';

const harms = {
  'process.exit': () => process.exit(3),
  'uncaught exception': () =>
    setImmediate(() => {
      throw new Error('nobody catches this');
    }),
  'unhandled rejection': () => void Promise.reject(new Error('nobody handles this')),
  'out of memory': () => {
    for (const hoard = []; ;) hoard.push(new Array(100_000).fill(Math.random()));
  },
  // `process.abort` isn't there in workers.
  'native abort': () => process.kill(process.pid, 'SIGABRT'),
};

export const harm = task(import.meta.url, 'harm', (x, { fault }) => {
  crunch(x, 40_000);
  if (x % 50 === 49 && !isMainThread) harms[fault]();
  return x + 1;
});
