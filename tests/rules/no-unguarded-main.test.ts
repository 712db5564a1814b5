import rule from '../../rules/no-unguarded-main.ts';
import { cjs, testRule, ts } from './tester.ts';

testRule('no-unguarded-main', rule, {
  valid: [
    cjs({
      code: `const { Worker, isMainThread, parentPort } = require('worker_threads');
if (isMainThread) {
  const worker = new Worker(__filename);
  worker.on('message', show);
} else {
  parentPort.on('message', (value) => parentPort.postMessage(value));
}`,
    }),
    `import { Worker, isMainThread } from 'node:worker_threads';
if (!isMainThread) throw new Error('worker');
new Worker(new URL(import.meta.url));`,
    `import { Worker, parentPort } from 'node:worker_threads';
if (parentPort) parentPort.postMessage(work());
else new Worker(new URL(import.meta.url));`,
    cjs({
      code: `const threads = require('worker_threads');
if (threads.isMainThread) new threads.Worker(__filename);`,
    }),
    {
      name: 'started by a caller, not by loading the file',
      code: `import { Worker, workerData } from 'node:worker_threads';
export function run(input) { return new Worker(new URL(import.meta.url), { workerData: input }); }`,
    },
    `import { Worker } from 'node:worker_threads';
export function run() { return new Worker(new URL(import.meta.url)); }`,
    `import { Worker } from 'node:worker_threads';
new Worker(new URL('./worker.js', import.meta.url));`,
    cjs({
      code: `const { Worker } = require('worker_threads'); new Worker(path.join(__dirname, 'worker.js'));`,
    }),
    cjs({
      code: `const Piscina = require('piscina');
if (Piscina.isWorkerThread) module.exports = (x) => x * 2;
else new Piscina({ filename: __filename }).run(1);`,
    }),
    cjs({
      code: `const { Worker, threadId } = require('worker_threads');
if (threadId === 0) new Worker(__filename);`,
    }),
    cjs({
      code: `const { Worker } = require('worker_threads');
if (require.main === module) new Worker(__filename);`,
    }),
    cjs({
      code: `const { Worker } = require('worker_threads');
if (process.argv[2] !== 'child') new Worker(__filename, { argv: ['child'] });`,
    }),
    `const worker = new Worker(import.meta.url);`,
    ts({
      code: `import { Worker, workerData } from 'node:worker_threads';
const input = workerData as number | null;
if (input === null) new Worker(new URL(import.meta.url), { workerData: 1 });`,
    }),
    `import { Worker } from 'node:worker_threads';
import { argv } from 'node:process';
if (argv[2] !== 'worker') new Worker(new URL(import.meta.url), { argv: ['worker'] });`,
    `import { getEnvironmentData, setEnvironmentData, Worker } from 'node:worker_threads';
if (!getEnvironmentData('worker')) { setEnvironmentData('worker', true); new Worker(new URL(import.meta.url)); }`,
    `import { threadName, Worker } from 'node:worker_threads';
if (threadName !== 'inner') new Worker(new URL(import.meta.url), { name: 'inner' });`,
    `import { Worker, workerData } from 'node:worker_threads';
if (!workerData?.isInner) new Worker(new URL(import.meta.url), { workerData: { isInner: true } });`,
    {
      name: 'workerpool makes its workers when it gets tasks',
      code: `import workerpool from 'workerpool';
import { fileURLToPath } from 'node:url';
const pool = workerpool.pool(fileURLToPath(import.meta.url));
export const work = (x) => pool.exec('work', [x]);`,
    },
  ],
  invalid: [
    cjs({
      code: `const { Worker } = require('worker_threads');
const worker = new Worker(__filename);
worker.on('message', console.log);`,
      errors: [{ messageId: 'unguarded', line: 2, column: 16, endColumn: 38 }],
    }),
    {
      code: `import { Worker } from 'node:worker_threads';
new Worker(new URL(import.meta.url));`,
      errors: [{ messageId: 'unguarded', line: 2, column: 1 }],
    },
    {
      code: `import { Worker, isMainThread } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
new Worker(fileURLToPath(import.meta.url));`,
      errors: [{ messageId: 'unguarded', line: 3 }],
    },
    {
      code: `import { Worker } from 'node:worker_threads';
new Worker(import.meta.filename);`,
      errors: [{ messageId: 'unguarded', line: 2 }],
    },
    cjs({
      code: `const { Worker } = require('node:worker_threads');
function run(n) { return new Worker(__filename, { argv: [n] }); }
for (let i = 0; i < 4; i++) run(i);`,
      errors: [{ messageId: 'unguarded', line: 2, column: 26 }],
    }),
    cjs({
      code: `const { Worker } = require('worker_threads');
async function main() {
  const result = await new Promise((resolve, reject) => {
    const worker = new Worker(__filename);
    worker.on('message', resolve).on('error', reject);
  });
  console.log(result);
}
main();`,
      errors: [{ messageId: 'unguarded', line: 4 }],
    }),
    {
      code: `import { Worker } from 'worker_threads';
(async () => {
  const worker = new Worker(new URL(import.meta.url));
  worker.on('error', console.error);
})();`,
      errors: [{ messageId: 'unguarded', line: 3 }],
    },
    cjs({
      code: `const Piscina = require('piscina');
const pool = new Piscina({ filename: __filename });
module.exports = (x) => x * 2;
pool.run(2).then(console.log);`,
      errors: [{ messageId: 'unguarded', line: 2, column: 14 }],
    }),
    {
      code: `import Piscina from 'piscina';
import { fileURLToPath } from 'node:url';
const pool = new Piscina({ filename: fileURLToPath(import.meta.url), maxThreads: 2 });
export default (x) => x * 2;
console.log(await pool.run(2));`,
      errors: [{ messageId: 'unguarded', line: 3 }],
    },
    {
      code: `import { Tinypool } from 'tinypool';
const pool = new Tinypool({ filename: import.meta.filename });
export default (x) => x + 1;`,
      errors: [{ messageId: 'unguarded', line: 2 }],
    },
    ts({
      code: `import { Worker } from 'node:worker_threads';
const start = (): Worker => new Worker(new URL(import.meta.url), { workerData: 3 });
const worker: Worker = start();`,
      errors: [{ messageId: 'unguarded', line: 2, column: 29 }],
    }),
    cjs({
      code: `const threads = require('worker_threads');
const workers = [1, 2, 3];
for (const n of workers) new threads.Worker(__filename, { workerData: n });`,
      errors: [{ messageId: 'unguarded', line: 3, column: 26 }],
    }),
    {
      code: `import { Worker } from 'node:worker_threads';
import { fileURLToPath } from 'node:url';
const self = fileURLToPath(import.meta.url);
const worker = new Worker(self);`,
      errors: [{ messageId: 'unguarded', line: 4, column: 16, endColumn: 32 }],
    },
    {
      code: `import { Worker } from 'node:worker_threads';
const workers = [1, 2].map((n) => new Worker(new URL(import.meta.url), { workerData: n }));
const others = Array.from({ length: 4 }, () => new Worker(new URL(import.meta.url)));`,
      errors: [
        { messageId: 'unguarded', line: 2, column: 35 },
        { messageId: 'unguarded', line: 3, column: 48 },
      ],
    },
    {
      code: `import { FixedThreadPool } from 'poolifier';
import { fileURLToPath } from 'node:url';
const pool = new FixedThreadPool(2, fileURLToPath(import.meta.url));
export const work = (x) => pool.execute(x);`,
      errors: [{ messageId: 'unguarded', line: 3, column: 14, endColumn: 68 }],
    },
    ts({
      code: `import { Worker } from 'node:worker_threads';
const worker: Worker = new Worker(import.meta.filename as string);`,
      errors: [{ messageId: 'unguarded', line: 2, column: 24 }],
    }),
  ],
});
