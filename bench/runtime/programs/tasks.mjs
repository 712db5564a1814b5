// The workload as tasks of doall.
import { isMainThread } from 'node:worker_threads';
import { task } from 'doall/runtime';
import { work } from './workload.mjs';

export const spin = task(import.meta.url, 'spin', work.spin);
export const row = task(import.meta.url, 'row', work.row);
export const weigh = task(import.meta.url, 'weigh', work.weigh);
export const sum = task(import.meta.url, 'sum', work.sum);
export const brief = task(import.meta.url, 'brief', work.brief);
export const label = task(import.meta.url, 'label', work.label);
export const update = task(import.meta.url, 'update', work.update);
export const echo = task(import.meta.url, 'echo', (x) => x);
/** Whether the item ran in a worker. */
export const isInWorker = task(import.meta.url, 'isInWorker', () => !isMainThread);
