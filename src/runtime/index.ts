/*! doall/runtime */
// The entry of the bundled runtime. A worker thread starts from the same file, and is told apart by its workerData.
import { isMainThread, workerData } from 'node:worker_threads';
import { WORKER_MARK, type WorkerStart } from './protocol.ts';
import { shared } from './shared.ts';
import { serve } from './worker.ts';

export { task, type Classes, type Task, type TaskLike, type TaskOptions } from './task.ts';
export { map, mapSync, filter, filterSync, flatMap, flatMapSync } from './map.ts';
export { imap, imapSync } from './imap.ts';
export type { StreamOptions } from './stream.ts';
export { every, everySync, find, findIndex, findIndexSync, findSync, some, someSync } from './search.ts';
export { enumerate, inStep, present, range, zip, type Space } from './spaces.ts';
export { settledValue, type Outcome } from './settled.ts';
export { Pool, type PoolOptions } from './pool.ts';
export type { Options } from './call.ts';

const start = workerData as Partial<WorkerStart> | null;
// The task's module may load another copy of this file in the same worker; the first one serves.
if (!isMainThread && start?.mark === WORKER_MARK && !shared.worker) serve(start as WorkerStart);
