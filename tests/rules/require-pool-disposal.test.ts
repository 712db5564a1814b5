import rule from '../../rules/require-pool-disposal.ts';
import { cjs, testRule, ts } from './tester.ts';

testRule('require-pool-disposal', rule, {
  valid: [
    // A service: the pool lives as long as the process, on purpose.
    `import workerpool from 'workerpool';
const pool = workerpool.pool('./src/worker.js');
app.post('/hash', async (req, res) => res.json(await pool.exec('hash', [req.body])));`,
    `import { Pool } from 'generic-pool';
async function f(x) { const pool = new Pool(); await pool.run(x); }`,
    `import Piscina from 'piscina';
export async function resize(images) {
  const pool = new Piscina({ filename });
  try {
    return await Promise.all(images.map((image) => pool.run(image)));
  } finally {
    await pool.destroy();
  }
}`,
    `import { Piscina } from 'piscina';
export const pool = new Piscina({ filename });
await pool.run(1);`,
    `import { Tinypool } from 'tinypool';
export function createPool(options) {
  const pool = new Tinypool(options);
  pool.run({ name: 'warmup' });
  return pool;
}`,
    cjs({
      name: 'README of workerpool: closed by the last step of a chain',
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
function add(a, b) { return a + b; }
pool.exec(add, [3, 4]).then(console.log).catch(console.error).then(() => pool.terminate());`,
    }),
    cjs({
      name: 'a script that ends itself',
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
pool.exec('job', []).then(() => process.exit(0));`,
    }),
    `import { FixedThreadPool } from 'poolifier';
const pool = new FixedThreadPool(4, './worker.js');
for (const x of xs) pool.execute(x).then(show, fail);
setTimeout(pool.destroy.bind(pool), 3000);`,
    {
      name: 'workerpool issue 96: closed after success and after an error',
      code: `import workerpool from 'workerpool';
async function main(todo) {
  const pool = workerpool.pool({ maxWorkers: 4 });
  try {
    await Promise.all(todo.map((n) => pool.exec(work, [n])));
    await pool.terminate();
  } catch (error) {
    await pool.terminate(true);
    throw error;
  }
}`,
    },
    {
      name: 'workerpool issue 418: the error is caught before the pool is closed',
      code: `import workerpool from 'workerpool';
async function run(job) {
  const pool = workerpool.pool(script);
  let result = null;
  try { result = await pool.exec('work', [job]).timeout(5000); } catch (error) { result = { code: 500 }; }
  await pool.terminate(true);
  return result;
}`,
    },
    `import { Worker } from 'jest-worker';
async function build(files) {
  const worker = new Worker(require.resolve('./task'), { numWorkers: 4 });
  const results = await Promise.allSettled(files.map((file) => worker.build(file)));
  await worker.end();
  return results;
}`,
    ts({
      code: `import { Pool } from 'doall/runtime';
export function scale(xs: number[]) { using pool = new Pool({ threads: 2 }); return mapSync(double, xs, {}, { pool }); }`,
    }),
    ts({
      code: `import workerpool from 'workerpool';
export class Service {
  private readonly pool: workerpool.Pool;
  constructor(script: string) { this.pool = workerpool.pool(script); }
  async onModuleDestroy(): Promise<void> { await this.pool.terminate(true); }
}`,
    }),
    `import { spawn, Pool, Worker } from 'threads';
const pool = Pool(() => spawn(new Worker('./task')), 4);
register(pool);
pool.queue((task) => task(1));`,
    `import workerpool from 'workerpool';
const pool = workerpool.pool();
process.on('SIGTERM', pool.terminate);
await pool.exec('job', []);`,
    {
      name: 'made once, and kept from call to call',
      code: `import Piscina from 'piscina';
let pool;
export async function render(page) { pool ??= new Piscina({ filename: './w.js' }); return pool.run(page); }
let other;
export async function draw(page) {
  if (!other) { other = new Piscina({ filename: './w.js' }); }
  return other.run(page);
}`,
    },
    `import Piscina from 'piscina';
export async function all(xs) {
  const pool = new Piscina({ filename: './w.js' });
  const tasks = xs.map((x) => pool.run(x));
  const results = await Promise.allSettled(tasks);
  await pool.destroy();
  return results;
}`,
  ],
  invalid: [
    {
      name: 'a pool for each request',
      code: `import Piscina from 'piscina';
export async function thumbnail(path) {
  const piscina = new Piscina({ filename });
  return await piscina.run({ path });
}`,
      errors: [
        {
          suggestions: [
            {
              messageId: 'close',
              output: `import Piscina from 'piscina';
export async function thumbnail(path) {
  const piscina = new Piscina({ filename });
  try {
    return await piscina.run({ path });
  } finally {
    await piscina.destroy();
  }
}`,
            },
          ],
          messageId: 'neverInFunction',
          data: { library: 'piscina', method: 'destroy' },
          line: 3,
          column: 19,
          endColumn: 44,
        },
      ],
    },
    ts({
      name: 'closed only when the task succeeds',
      code: `import Piscina from 'piscina';
export class Media {
  static async convert(input: string, output: string): Promise<void> {
    const piscina = new Piscina<Args, Result>({ filename: await workerPath() });
    await piscina.run({ method: 'convert', args: [input, output] });
    await piscina.destroy();
  }
}`,
      errors: [
        {
          suggestions: [
            {
              messageId: 'moveToFinally',
              output: `import Piscina from 'piscina';
export class Media {
  static async convert(input: string, output: string): Promise<void> {
    const piscina = new Piscina<Args, Result>({ filename: await workerPath() });
    try {
      await piscina.run({ method: 'convert', args: [input, output] });
    } finally {
      await piscina.destroy();
    }
  }
}`,
            },
          ],
          messageId: 'notOnError',
          data: { library: 'piscina' },
          line: 6,
          column: 11,
        },
      ],
    }),
    cjs({
      code: `const workerpool = require('workerpool');
async function allToAAC(files) {
  const pool = workerpool.pool(__dirname + '/audio_workers.js', { maxWorkers: 4 });
  const results = await Promise.all(files.map(async (f, i) => {
    const result = await pool.exec('toAAC', [f, i + 1]);
    return result;
  }));
  await pool.terminate();
  return results;
}`,
      errors: [
        {
          messageId: 'notOnError',
          data: { library: 'workerpool' },
          line: 8,
          column: 9,
          suggestions: [
            {
              messageId: 'moveToFinally',
              output: `const workerpool = require('workerpool');
async function allToAAC(files) {
  const pool = workerpool.pool(__dirname + '/audio_workers.js', { maxWorkers: 4 });
  try {
    const results = await Promise.all(files.map(async (f, i) => {
      const result = await pool.exec('toAAC', [f, i + 1]);
      return result;
    }));
    return results;
  } finally {
    await pool.terminate();
  }
}`,
            },
          ],
        },
      ],
    }),
    cjs({
      name: 'workerpool issue 330: workers do not end by themselves',
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
pool.exec(add, [3, 4]).then((result) => console.log(result));`,
      errors: [
        {
          messageId: 'neverInScript',
          data: { library: 'workerpool', method: 'terminate' },
          line: 2,
          column: 14,
        },
      ],
    }),
    cjs({
      code: `const pool = require('workerpool').pool('./job.js');
async function main() {
  console.log(await pool.exec('job', [1]));
}
main().catch(console.error);`,
      errors: [{ messageId: 'neverInScript', line: 1, column: 14 }],
    }),
    {
      code: `import { FixedThreadPool } from 'poolifier';
const pool = new FixedThreadPool(15, './worker.js', { errorHandler: console.error });
pool.execute({ fname: 'fn0' }).then(console.log);
pool.execute({ fname: 'fn1' }).then(console.log);`,
      errors: [{ messageId: 'neverInScript', data: { library: 'poolifier', method: 'destroy' }, line: 2 }],
    },
    {
      code: `import { DynamicThreadPool as DynamicPool } from 'poolifier';
export async function sum(parts) {
  const pool = new DynamicPool(1, 4, './sum.js');
  const sums = await Promise.all(parts.map((part) => pool.execute(part)));
  await pool.destroy();
  return sums.reduce((a, b) => a + b, 0);
}`,
      errors: [{ messageId: 'notOnError', line: 5, column: 9 }],
    },
    {
      code: `import { Pool, spawn, Worker } from 'threads';
async function encrypt(texts) {
  const pool = Pool(() => spawn(new Worker('./encrypt')), 8);
  for (const text of texts) pool.queue((worker) => worker(text));
  await pool.completed();
}`,
      errors: [{ messageId: 'neverInFunction', data: { library: 'threads', method: 'terminate' }, line: 3 }],
    },
    {
      code: `import { Worker as JestWorker } from 'jest-worker';
export async function lint(files) {
  const worker = new JestWorker(path, { exposedMethods: ['lint'] });
  return Promise.all(files.map((file) => worker.lint(file)));
}`,
      errors: [
        {
          messageId: 'neverInFunction',
          data: { library: 'jest-worker', method: 'end' },
          line: 3,
          column: 18,
          suggestions: [
            {
              messageId: 'close',
              output: `import { Worker as JestWorker } from 'jest-worker';
export async function lint(files) {
  const worker = new JestWorker(path, { exposedMethods: ['lint'] });
  try {
    return await Promise.all(files.map((file) => worker.lint(file)));
  } finally {
    await worker.end();
  }
}`,
            },
          ],
        },
      ],
    },
    cjs({
      code: `const { Worker } = require('jest-worker');
(async () => {
  const worker = new Worker(require.resolve('./fib'), { numWorkers: 2 });
  const results = await Promise.all([30, 31].map((n) => worker.fib(n)));
  console.log(results);
  await worker.end();
})();`,
      errors: [
        {
          suggestions: [
            {
              messageId: 'moveToFinally',
              output: `const { Worker } = require('jest-worker');
(async () => {
  const worker = new Worker(require.resolve('./fib'), { numWorkers: 2 });
  try {
    const results = await Promise.all([30, 31].map((n) => worker.fib(n)));
    console.log(results);
  } finally {
    await worker.end();
  }
})();`,
            },
          ],
          messageId: 'notOnError',
          data: { library: 'jest-worker' },
          line: 6,
        },
      ],
    }),
    {
      code: `import * as workerpool from 'workerpool';
async function distances(matrices) {
  let pool;
  pool = workerpool.pool(script, { maxWorkers: matrices.length });
  return await Promise.all(matrices.map((m) => pool.exec('distances', [m])));
}`,
      errors: [
        {
          suggestions: [
            {
              messageId: 'close',
              output: `import * as workerpool from 'workerpool';
async function distances(matrices) {
  let pool;
  pool = workerpool.pool(script, { maxWorkers: matrices.length });
  try {
    return await Promise.all(matrices.map((m) => pool.exec('distances', [m])));
  } finally {
    await pool.terminate();
  }
}`,
            },
          ],
          messageId: 'neverInFunction',
          line: 4,
          column: 10,
        },
      ],
    },
    {
      code: `import Tinypool from 'tinypool';
const hash = async (text) => {
  const pool = await new Tinypool({ filename });
  const result = await pool.run(text);
  await pool.destroy();
  return result;
};`,
      errors: [
        {
          messageId: 'notOnError',
          data: { library: 'tinypool' },
          line: 5,
          suggestions: [
            {
              messageId: 'moveToFinally',
              output: `import Tinypool from 'tinypool';
const hash = async (text) => {
  const pool = await new Tinypool({ filename });
  try {
    const result = await pool.run(text);
    return result;
  } finally {
    await pool.destroy();
  }
};`,
            },
          ],
        },
      ],
    },
    {
      code: `import workerpool from 'workerpool';
async function check(job) {
  const pool = workerpool.pool(script);
  if (pool) await pool.exec('check', [job]);
}`,
      errors: [
        {
          suggestions: [
            {
              messageId: 'close',
              output: `import workerpool from 'workerpool';
async function check(job) {
  const pool = workerpool.pool(script);
  try {
    if (pool) await pool.exec('check', [job]);
  } finally {
    await pool.terminate();
  }
}`,
            },
          ],
          messageId: 'neverInFunction',
          line: 3,
        },
      ],
    },
    {
      name: 'tasks that are kept in a variable and awaited later',
      code: `import Piscina from 'piscina';
export async function all(xs) {
  const pool = new Piscina({ filename: './w.js' });
  const tasks = xs.map((x) => pool.run(x));
  const results = await Promise.all(tasks);
  await pool.destroy();
  return results;
}`,
      errors: [
        {
          messageId: 'notOnError',
          data: { library: 'piscina' },
          line: 6,
          column: 9,
          endColumn: 23,
          suggestions: [
            {
              messageId: 'moveToFinally',
              output: `import Piscina from 'piscina';
export async function all(xs) {
  const pool = new Piscina({ filename: './w.js' });
  try {
    const tasks = xs.map((x) => pool.run(x));
    const results = await Promise.all(tasks);
    return results;
  } finally {
    await pool.destroy();
  }
}`,
            },
          ],
        },
      ],
    },
  ],
});
