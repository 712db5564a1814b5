import { isMainThread } from 'node:worker_threads';
import { table } from './math.js';

export const lookup = (x) => table.get(x);
if (isMainThread) setInterval(() => table.clear(), 1000);
