// A module of which no worker ever finishes the import.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { burn } from '../tasks.mjs';

if (!isMainThread) await new Promise(() => {});
export const increment = task(import.meta.url, 'increment', (x) => {
  burn(0.2);
  return x + 1;
});
