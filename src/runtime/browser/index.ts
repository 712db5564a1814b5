/*! doall/runtime */
// The entry of the runtime for browsers: `map`, `imap` and the other asynchronous forms use module workers; a page must
// not block, so the blocking forms run inline. A worker starts from this file too, or from a module that imports it.
import { WorkerPool, type WebPoolOptions } from './pool.ts';
import { serve } from './worker.ts';
import type { Pool as PublicPool } from '../types.ts';
import { web } from './web.ts';

export { task, type Task } from '../task.ts';
export { map, mapSync, filter, filterSync, flatMap, flatMapSync } from '../map.ts';
export { imap, imapSync } from '../imap.ts';
export { every, everySync, find, findIndex, findIndexSync, findSync, some, someSync } from '../search.ts';
export { enumerate, inStep, keysIn, present, zip } from '../spaces.ts';
export { range } from '../range.ts';
export { settledValue } from '../settled.ts';
export type {
  Classes,
  Options,
  Outcome,
  PoolOptions,
  Space,
  StreamOptions,
  TaskLike,
  TaskOptions,
} from '../types.ts';

export type Pool = PublicPool;

/** Makes a pool of workers; needed only where a bundler moves modules. */
export const Pool: new (options?: WebPoolOptions) => Pool = WorkerPool;

if (web.WorkerGlobalScope !== undefined) serve();
