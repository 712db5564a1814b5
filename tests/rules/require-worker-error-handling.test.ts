import rule from '../../rules/require-worker-error-handling.ts';
import { cjs, testRule, ts } from './tester.ts';

testRule('require-worker-error-handling', rule, {
  valid: [
    `import { Worker } from 'node:worker_threads';
export function run(workerData) {
  return new Promise((resolve, reject) => {
    const worker = new Worker('./worker.js', { workerData });
    worker.on('message', resolve);
    worker.on('error', reject);
    worker.on('exit', (code) => { if (code !== 0) reject(new Error(\`exit \${code}\`)); });
  });
}`,
    `import { Worker } from 'worker_threads';
const worker = new Worker('./worker.js').on('message', show).on('error', fail);`,
    `import { Worker } from 'worker_threads';
const worker = new Worker('./worker.js');
worker.once('error', fail);
worker.once('message', show);`,
    `import { Worker } from 'worker_threads';
const worker = new Worker('./worker.js');
worker.onmessage = show;
worker.onerror = fail;`,
    {
      name: 'events.once rejects on an error',
      code: `import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
const worker = new Worker('./worker.js');
const [message] = await once(worker, 'message');`,
    },
    `import { Worker } from 'worker_threads';
const worker = new Worker('./worker.js');
worker.postMessage(1);`,
    `import { Worker } from 'worker_threads';
export function create() { const worker = new Worker('./w.js'); worker.on('message', log); return worker; }`,
    `import { Worker } from 'worker_threads';
const workers = [];
for (let i = 0; i < 4; i++) { const worker = new Worker('./w.js'); worker.on('message', log); workers.push(worker); }
for (const worker of workers) worker.on('error', fail);`,
    `import { Worker } from 'worker_threads';
const worker = new Worker('./w.js');
for (const event of ['message', 'error']) worker.on(event, log);`,
    `const worker = new Worker(new URL('./worker.js', import.meta.url));
worker.on('message', log);`,
    `import Piscina from 'piscina';
const pool = new Piscina({ filename });
await pool.run(1);
pool.run(2).then(show).catch(fail);
pool.run(3).then(show, fail);
const task = pool.run(4);`,
    `import { Pool, spawn, Worker } from 'threads';
const pool = Pool(() => spawn(new Worker('./task')));
pool.queue((task) => task(1));
await pool.completed();
await pool.terminate();`,
    `import Piscina from 'piscina';
const pool = new Piscina({ filename });
pool.on('error', fail);
pool.destroy();`,
    ts({
      code: `import { Worker } from 'node:worker_threads';
class Host { private worker?: Worker; start() { this.worker = new Worker('./w.js'); this.worker.on('message', this.show); } }`,
    }),
  ],
  invalid: [
    cjs({
      name: 'the common promise around a worker, without its error',
      code: `const { Worker } = require('worker_threads');
function runService(workerData) {
  return new Promise((resolve) => {
    const worker = new Worker('./service.js', { workerData });
    worker.on('message', resolve);
  });
}`,
      errors: [{ messageId: 'noListener', line: 4, column: 20, endColumn: 62 }],
    }),
    {
      code: `import { Worker } from 'node:worker_threads';
const worker = new Worker(new URL('./worker.js', import.meta.url));
worker.on('message', (message) => console.log(message));
worker.on('exit', () => console.log('done'));
worker.postMessage('ping');`,
      errors: [{ messageId: 'noListener', line: 2 }],
    },
    {
      code: `import { Worker } from 'worker_threads';
new Worker('./worker.js').once('message', show);`,
      errors: [{ messageId: 'noListener', line: 2, column: 1 }],
    },
    {
      code: `import { Worker } from 'worker_threads';
const worker = new Worker('./worker.js').on('online', start);
worker.addListener('message', show);`,
      errors: [{ messageId: 'noListener', line: 2 }],
    },
    cjs({
      code: `const threads = require('worker_threads');
const worker = new threads.Worker('./worker.js');
worker.onmessage = (event) => show(event.data);`,
      errors: [{ messageId: 'noListener', line: 2 }],
    }),
    ts({
      code: `import { Worker as Thread } from 'node:worker_threads';
export async function hash(data: Uint8Array): Promise<string> {
  const thread: Thread = new Thread('./hash.js');
  const result = new Promise<string>((resolve) => thread.once('message', resolve));
  thread.postMessage(data);
  return result;
}`,
      errors: [{ messageId: 'noListener', line: 3 }],
    }),
    {
      code: `import { Worker } from 'worker_threads';
let worker;
function start() {
  worker = new Worker('./worker.js');
  worker.on('message', show);
}`,
      errors: [{ messageId: 'noListener', line: 4 }],
    },
    {
      code: `import Piscina from 'piscina';
const pool = new Piscina({ filename });
app.post('/jobs', (req, res) => {
  pool.run(req.body);
  res.sendStatus(202);
});`,
      errors: [{ messageId: 'floating', line: 4, column: 3, endColumn: 21 }],
    },
    cjs({
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
pool.exec('work', [1]).then((result) => console.log(result));`,
      errors: [{ messageId: 'floating', line: 3 }],
    }),
    {
      code: `import { Tinypool } from 'tinypool';
const pool = new Tinypool({ filename });
files.forEach((file) => { pool.run(file); });`,
      errors: [{ messageId: 'floating', line: 3 }],
    },
    {
      code: `import { DynamicThreadPool } from 'poolifier';
const pool = new DynamicThreadPool(1, 4, './worker.js');
pool.execute({ id: 1 }).then(show).finally(done);`,
      errors: [{ messageId: 'floating', line: 3 }],
    },
    {
      code: `import { Worker } from 'jest-worker';
const farm = new Worker(path);
for (const file of files) farm.compile(file);
await farm.end();`,
      errors: [{ messageId: 'floating', line: 3, column: 27 }],
    },
    ts({
      code: `import Piscina from 'piscina';
class Queue {
  private readonly pool = new Piscina({ filename });
  add(job: Job): void { this.pool.run(job); }
}`,
      errors: [{ messageId: 'floating', line: 4 }],
    }),
    {
      name: 'the promise is dropped by forEach, behind a condition, or optionally',
      code: `import Piscina from 'piscina';
let pool = new Piscina({ filename: './w.js' });
export function all(xs) { xs.forEach((x) => pool.run(x)); }
export function one(x) { x && pool.run(x); }
export function other(x) { pool?.run(x); }`,
      errors: [
        { messageId: 'floating', line: 3, column: 45, endColumn: 56 },
        { messageId: 'floating', line: 4, column: 31, endColumn: 42 },
        { messageId: 'floating', line: 5, column: 28, endColumn: 40 },
      ],
    },
    {
      code: `import { Worker } from 'node:worker_threads';
export const run = (workerData) => new Promise((resolve) => new Worker('./w.js', { workerData }).on('message', resolve));`,
      errors: [{ messageId: 'noListener', line: 2, column: 61, endColumn: 97 }],
    },
  ],
});
