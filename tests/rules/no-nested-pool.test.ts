import rule from '../../rules/no-nested-pool.ts';
import { cjs, testRule, ts } from './tester.ts';

testRule('no-nested-pool', rule, {
  valid: [
    `import Piscina from 'piscina';
const pool = new Piscina({ filename: './task.js' });`,
    `import { isMainThread, parentPort, Worker } from 'node:worker_threads';
if (isMainThread) new Worker(new URL(import.meta.url));
else parentPort.postMessage(1);`,
    `import { parentPort, Worker } from 'node:worker_threads';
if (parentPort) parentPort.postMessage(1);
else new Worker(new URL(import.meta.url));`,
    `import { parentPort } from 'node:worker_threads';
parentPort.on('message', (n) => parentPort.postMessage(n * 2));`,
    {
      name: 'a module for both sides',
      code: `import { parentPort, Worker } from 'node:worker_threads';
parentPort?.on('message', (n) => parentPort.postMessage(n));
export const start = () => new Worker(new URL(import.meta.url));`,
    },
    cjs({
      code: `const workerpool = require('workerpool');
workerpool.worker({ double: (n) => n * 2 });`,
    }),
    cjs({
      code: `const workerpool = require('workerpool');
module.exports = workerpool.pool(__dirname + '/worker.js');`,
    }),
    `import { expose } from 'threads/worker';
expose((n) => n * 2);`,
    `import { ThreadWorker } from 'poolifier';
export default new ThreadWorker((n) => n * 2);`,
    `import { task } from 'doall/runtime';
export const double = task(import.meta.url, 'double', (n) => n * 2);`,
    `import { parentPort } from 'node:worker_threads';
import { Pool } from 'pg';
const pool = new Pool();
parentPort.on('message', (sql) => pool.query(sql));`,
    cjs({
      code: `const threads = require('worker_threads');
if (threads.isMainThread) new threads.Worker(__filename);`,
    }),
    ts({
      code: `import { workerData, Worker } from 'node:worker_threads';
export const start = (): Worker => new Worker('./w.js', { workerData: workerData as unknown });`,
    }),
    {
      name: 'asked of the library',
      code: `import workerpool from 'workerpool';
if (workerpool.isMainThread) { const pool = workerpool.pool('./this.js'); await pool.exec('f', []); await pool.terminate(); }
else workerpool.worker({ f: () => 1 });`,
    },
    `import { parentPort, workerData, Worker } from 'node:worker_threads';
if (workerData) parentPort.postMessage(workerData * 2);
else new Worker(new URL(import.meta.url), { workerData: 3 });`,
  ],
  invalid: [
    {
      code: `import { parentPort } from 'node:worker_threads';
import Piscina from 'piscina';
const pool = new Piscina({ filename: './inner.js' });
parentPort.on('message', async (x) => parentPort.postMessage(await pool.run(x)));`,
      errors: [{ messageId: 'nested', data: { library: 'piscina' }, line: 3, column: 14, endColumn: 53 }],
    },
    cjs({
      code: `const { parentPort, Worker } = require('worker_threads');
parentPort.on('message', (file) => new Worker(file));`,
      errors: [{ messageId: 'nested', data: { library: 'worker_threads' }, line: 2, column: 36 }],
    }),
    cjs({
      code: `const workerpool = require('workerpool');
const inner = workerpool.pool('./inner.js');
workerpool.worker({ run: (x) => inner.exec('run', [x]) });`,
      errors: [{ messageId: 'nested', data: { library: 'workerpool' }, line: 2 }],
    }),
    {
      code: `import workerpool from 'workerpool';
async function build(files) {
  const pool = workerpool.pool('./build.js');
  try { return await pool.exec('build', [files]); } finally { await pool.terminate(); }
}
workerpool.worker({ build });`,
      errors: [{ messageId: 'nested', line: 3, column: 16 }],
    },
    {
      code: `import { expose } from 'threads/worker';
import { Pool, spawn, Worker } from 'threads';
const pool = Pool(() => fork(), 4);
expose((x) => pool.queue((w) => w(x)));`,
      errors: [{ messageId: 'nested', data: { library: 'threads' }, line: 3 }],
    },
    {
      code: `import { FixedThreadPool, ThreadWorker } from 'poolifier';
const pool = new FixedThreadPool(4, './inner.js');
export default new ThreadWorker((x) => pool.execute(x));`,
      errors: [{ messageId: 'nested', data: { library: 'poolifier' }, line: 2 }],
    },
    {
      code: `import { task } from 'doall/runtime';
import { Tinypool } from 'tinypool';
export const render = task(import.meta.url, 'render', (y) => new Tinypool({ filename: './x.js' }).run(y));`,
      errors: [{ messageId: 'nested', data: { library: 'tinypool' }, line: 3, column: 62 }],
    },
    {
      code: `import { task } from 'doall/runtime';
import { Worker } from 'node:worker_threads';
export const start = task(import.meta.url, 'start', (file) => {
  const worker = new Worker(file);
  return worker.threadId;
});`,
      errors: [{ messageId: 'nested', line: 4 }],
    },
    cjs({
      code: `const threads = require('worker_threads');
const { Worker: Farm } = require('jest-worker');
const farm = new Farm('./x.js');
threads.parentPort.on('message', (x) => farm.run(x));`,
      errors: [{ messageId: 'nested', data: { library: 'jest-worker' }, line: 3 }],
    }),
    ts({
      code: `import { parentPort } from 'node:worker_threads';
import { Piscina } from 'piscina';
const pool: Piscina = new Piscina({ filename: './inner.js' });
parentPort!.on('message', (x: number) => { void pool.run(x); });`,
      errors: [{ messageId: 'nested', line: 3 }],
    }),
    {
      code: `import * as workerpool from 'workerpool';
workerpool.worker({ sum });
function sum(parts) { return Promise.all(parts.map((part) => workerpool.pool().exec('sum', [part]))); }`,
      errors: [{ messageId: 'nested', line: 3, column: 62 }],
    },
    {
      code: `import { parentPort, workerData as input, Worker } from 'worker_threads';
const workers = [1, 2].map((n) => new Worker('./inner.js', { workerData: n }));
parentPort.postMessage(workers.length);`,
      errors: [{ messageId: 'nested', line: 2 }],
    },
    {
      name: 'workerData and threadId are used, not asked for',
      code: `import { parentPort, threadId, workerData } from 'node:worker_threads';
import Piscina from 'piscina';
const pool = new Piscina({ filename: './inner.js', maxThreads: workerData.threads });
parentPort.on('message', async (x) => parentPort.postMessage({ threadId, result: await pool.run(x) }));`,
      errors: [{ messageId: 'nested', data: { library: 'piscina' }, line: 3, column: 14, endColumn: 85 }],
    },
  ],
});
