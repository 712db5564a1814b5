// A module that no worker can import.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { burn } from '../tasks.mjs';

if (!isMainThread) throw new Error('not here');
export const increment = task(import.meta.url, 'increment', (x) => {
  burn(0.2);
  return x + 1;
});
