// A module that ends every worker that imports it.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { burn } from '../tasks.mjs';

if (!isMainThread) process.exit(1);
export const increment = task(import.meta.url, 'increment', (x) => {
  burn(0.2);
  return x + 1;
});
