import { join } from 'node:path';
import rule from '../../rules/no-worker-side-effects.ts';
import type { InvalidCase, ValidCase } from './tester.ts';
import { cjs, heavyCase, testRule } from './tester.ts';

const folder = join(import.meta.dirname, 'project');

/** The case as a file beside the modules in `tests/rules/project`. */
function inProject<T extends InvalidCase | Exclude<ValidCase, string>>(testCase: T): T {
  return { ...testCase, filename: join(folder, testCase.filename ?? 'case.js') };
}

const listener = `import { parentPort } from 'node:worker_threads';
`;
const onMessage = `
parentPort.on('message', (x) => parentPort.postMessage(compute(x)));`;

testRule('no-worker-side-effects', rule, {
  valid: [
    inProject({ code: `${listener}import { half as compute } from './math.js';${onMessage}` }),
    inProject({ code: `${listener}import { lookup as compute } from './guarded.js';${onMessage}` }),
    inProject({ code: `${listener}import { quarter as compute } from './cycle.js';${onMessage}` }),
    // A package's own affair.
    inProject({ code: `${listener}import express from 'express';\nconst compute = express;${onMessage}` }),
    inProject({ code: `${listener}import { compute } from './not-there.js';${onMessage}` }),
    inProject({
      name: 'not a worker: any program may import what starts something',
      code: `import { price } from './server.js';\nconsole.log(price(2));`,
    }),
    inProject({
      name: 'a worker that asks which it is may be the main program, too',
      code: `import { isMainThread, parentPort } from 'node:worker_threads';
import { price } from './server.js';
if (!isMainThread) parentPort.postMessage(price(2));`,
    }),
    inProject({
      code: `${listener}const load = () => import('./server.js');\nconst compute = load;${onMessage}`,
    }),
    cjs({ code: `const { parentPort } = require('worker_threads');\nparentPort.on('message', () => {});` }),
    `import { task } from 'doall/runtime';
export const half = task(import.meta.url, 'half', (x) => x / 2);`,
    `import { task } from 'doall/runtime';
import { isMainThread } from 'node:worker_threads';
export const half = task(import.meta.url, 'half', (x) => x / 2);
if (isMainThread) console.log('ready');`,
    `import { mapSync } from 'doall/runtime';
import { half } from './half.worker.js';
console.log(mapSync(half, [1, 2, 3]));`,
    `import workerpool from 'workerpool';
workerpool.worker({ half: (x) => x / 2 });`,
    `import { task } from './tasks.js';
task(import.meta.url, 'half', (x) => x / 2);
console.log('started');`,
    heavyCase(`// @doall
for (const x of xs) console.log(heavy(x));`),
    `import { task } from 'doall/runtime';
const table = (() => { const list = []; for (let i = 0; i < 9; i++) list.push(i); return list; })();
(function (root, factory) { root.half = factory(); })(globalThis, () => 1);
export const at = task(import.meta.url, 'at', (i) => table[i]);`,
  ],
  invalid: [
    inProject({
      code: `${listener}import { price as compute } from './server.js';${onMessage}`,
      errors: [
        {
          message:
            'Importing `./server.js` in a worker would run its top-level code again (`server.listen` in server.js, line 5). Move the function into a module that only declares things, or guard the start of the program with `if (isMainThread)`. (line 2)',
          line: 2,
          column: 34,
          endColumn: 47,
        },
      ],
    }),
    inProject({
      name: 'through another module',
      code: `${listener}import { price as compute } from './index.js';${onMessage}`,
      errors: [
        {
          messageId: 'module-side-effects',
          data: {
            subject: './index.js',
            detail: '`server.listen` in server.js, line 5',
            note: ' (`server.listen` in server.js, line 5)',
            line: 2,
          },
          line: 2,
        },
      ],
    }),
    inProject({
      code: `${listener}import { Order } from './database.js';\nconst compute = (id) => Order.findById(id);${onMessage}`,
      errors: [{ messageId: 'module-side-effects', line: 2, column: 23 }],
    }),
    inProject(
      cjs({
        name: 'the program itself, which makes the pool',
        filename: 'task.cjs',
        code: `const workerpool = require('workerpool');
const { report } = require('./main.cjs');
workerpool.worker({ report });`,
        errors: [{ messageId: 'module-side-effects', line: 2, column: 28 }],
      }),
    ),
    inProject({
      code: `import { expose } from 'threads/worker';
import './server.js';
expose((x) => x * 2);`,
      errors: [{ messageId: 'module-side-effects', line: 2, column: 8 }],
    }),
    inProject({
      code: `import { ThreadWorker } from 'poolifier';
import { price } from './server.js';
export default new ThreadWorker(price);`,
      errors: [{ messageId: 'module-side-effects', line: 2 }],
    }),
    inProject({
      code: `import { task } from 'doall/runtime';
import { price } from './server.js';
export const priceOf = task(import.meta.url, 'priceOf', (x) => price(x));`,
      errors: [{ messageId: 'module-side-effects', line: 2 }],
    }),
    inProject({
      code: `import { task } from 'doall/runtime';
export { price } from './server.js';
export const half = task(import.meta.url, 'half', (x) => x / 2);`,
      errors: [{ messageId: 'module-side-effects', line: 2, column: 23 }],
    }),
    {
      code: `import { task } from 'doall/runtime';
export const half = task(import.meta.url, 'half', (x) => x / 2);
console.log('ready');`,
      errors: [
        {
          message:
            'Every worker imports this file for its tasks, and `console.log` would run again in each. Move the tasks into a file of their own, or put this under `if (isMainThread)`.',
          line: 3,
          column: 1,
        },
      ],
    },
    {
      code: `import { task, mapSync } from 'doall/runtime';
export const half = task(import.meta.url, 'half', (x) => x / 2);
main();
function main() { console.log(mapSync(half, [1, 2])); }`,
      errors: [{ messageId: 'again', data: { what: 'main' }, line: 3, column: 1 }],
    },
    {
      code: `import { task } from 'doall/runtime';
import express from 'express';
export const half = task(import.meta.url, 'half', (x) => x / 2);
const app = express();
const server = app.listen(3000, () => {});
process.on('SIGTERM', () => server.close());`,
      errors: [
        { messageId: 'again', data: { what: 'app.listen' }, line: 5, column: 16 },
        { messageId: 'again', data: { what: 'process.on' }, line: 6, column: 1 },
      ],
    },
    {
      code: `import { task } from 'doall/runtime';
import Piscina from 'piscina';
export const half = task(import.meta.url, 'half', (x) => x / 2);
export const pool = new Piscina({ filename: './task.js' });
setInterval(() => console.log(pool.utilization), 1000);
await start().catch(console.error);
async function start() {}`,
      errors: [
        { messageId: 'again', data: { what: 'new Piscina' }, line: 4 },
        { messageId: 'again', data: { what: 'setInterval' }, line: 5 },
        { messageId: 'again', data: { what: 'start' }, line: 6, column: 7 },
      ],
    },
    inProject({
      name: 'a marked loop whose part needs such a module',
      code: heavyCase(`import { price } from './server.js';
const out = [];
// @doall
for (const x of [1, 2, 3]) out.push(heavy(price(x)));`),
      errors: [{ messageId: 'module-side-effects', line: 4, column: 1 }],
    }),
    {
      name: 'pools by another name, functions in constants, what runs in try, loops and called functions',
      code: `import { task } from 'doall/runtime';
import * as threads from 'node:worker_threads';
export const half = task(import.meta.url, 'half', (x) => x / 2);
const worker = new threads.Worker('./other.js');
const main = async () => {};
main();
void main().catch(console.error);
try { console.log('ready'); } catch {}
for (const port of [1, 2]) server.listen(port);
(async () => { console.log('set'); })();`,
      errors: [
        { messageId: 'again', data: { what: 'new threads.Worker' }, line: 4, column: 16 },
        { messageId: 'again', data: { what: 'main' }, line: 6, column: 1 },
        { messageId: 'again', data: { what: 'main' }, line: 7, column: 6 },
        { messageId: 'again', data: { what: 'console.log' }, line: 8, column: 7 },
        { messageId: 'again', data: { what: 'server.listen' }, line: 9, column: 28 },
        { messageId: 'again', data: { what: 'console.log' }, line: 10, column: 16 },
      ],
    },
  ],
});
