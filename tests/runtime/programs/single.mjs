// A program of one file: its task stands where the program does.
import { isMainThread } from 'node:worker_threads';
import { mapSync, range, task } from 'doall/runtime';

export const where = task(import.meta.url, 'where', () => isMainThread);
console.log(mapSync(where, range(0, 40), undefined, { force: true }).includes(false));
