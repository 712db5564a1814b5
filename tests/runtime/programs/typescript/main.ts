import { threadId } from 'node:worker_threads';
import { imapSync, mapSync, range } from 'doall/runtime';
import { add } from './task.ts';

const results: number[] = mapSync(add, range(0, 400), { by: 1 });
const [last] = [...imapSync(add, range(0, 400), { by: 2 })].slice(-1);
console.log(results.at(-1), last, threadId);
