/*! doall/runtime */
// The entry of the bundled runtime. A worker thread starts from the same file, and is told apart by its workerData.
import { isMainThread, workerData } from 'node:worker_threads';
import { WORKER_MARK, type WorkerStart } from './protocol.ts';
import { shared } from './shared.ts';
import { serve } from './worker.ts';

export { task, type Task } from './task.ts';
export { map, mapSync, filter, filterSync, flatMap, flatMapSync } from './map.ts';
export { imap, imapSync } from './imap.ts';
export { every, everySync, find, findIndex, findIndexSync, findSync, some, someSync } from './search.ts';
export { enumerate, inStep, keysIn, present, zip } from './spaces.ts';
export { range } from './range.ts';
export { runRequest } from './request.ts';
export { settledValue } from './settled.ts';
export { Pool } from './own-pool.ts';
export type {
  ChunkRequest,
  Classes,
  Executor,
  Options,
  Outcome,
  PoolOptions,
  ResourceLimits,
  Space,
  StreamOptions,
  TaskLike,
  TaskOptions,
} from './types.ts';

const start = workerData as Partial<WorkerStart> | null;
// The task's module may load another copy of this file in the same worker; the first one serves.
if (!isMainThread && start?.mark === WORKER_MARK && !shared.worker) serve(start as WorkerStart);
