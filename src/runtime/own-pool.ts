// The class that a program makes pools of its own with, without what calls alone need of it.
import { WorkerPool } from './pool.ts';
import type { Pool as PublicPool, PoolOptions } from './types.ts';

export type Pool = PublicPool;

/** Makes a pool of worker threads; most programs never do, as calls share a default one. */
export const Pool: new (options?: PoolOptions) => Pool = WorkerPool;
