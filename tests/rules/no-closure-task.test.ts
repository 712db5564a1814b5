import rule from '../../rules/no-closure-task.ts';
import { cjs, testRule, ts } from './tester.ts';

const head = `const workerpool = require('workerpool');
const pool = workerpool.pool();
`;

testRule('no-closure-task', rule, {
  valid: [
    cjs({ code: `${head}function add(a, b) { return a + b; }\npool.exec(add, [3, 4]).then(console.log);` }),
    cjs({ code: `${head}pool.exec('add', [x, y]);` }),
    cjs({ code: `${head}pool.exec((n) => Math.sqrt(n), [2]);` }),
    cjs({
      name: 'a function may call itself by its own name',
      code: `${head}function fib(n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }\npool.exec(fib, [40]);`,
    }),
    cjs({ code: `${head}pool.exec((xs) => { const half = (x) => x / 2; return xs.map(half); }, [data]);` }),
    cjs({ code: `${head}const scale = 2;\npool.exec((x, scale) => x * scale, [1, scale]);` }),
    cjs({ code: `${head}pool.exec(() => typeof helper === 'undefined', []);\nfunction helper() {}` }),
    cjs({ code: `${head}pool.exec(async (url) => (await fetch(url)).text(), ['https://example.org']);` }),
    cjs({ code: `${head}function run(task) { return pool.exec(task, []); }` }),
    `import { Worker } from 'node:worker_threads';
const limit = 3;
new Worker('./worker.js', { workerData: () => limit });`,
    cjs({
      name: 'code of a worker made by eval is CommonJS',
      code: `const { Worker } = require('worker_threads');
function work() { const { parentPort } = require('worker_threads'); parentPort.postMessage(1); }
new Worker(\`(\${work})()\`, { eval: true });`,
    }),
    cjs({
      code: `const { Worker } = require('worker_threads');
const n = 3;
new Worker(\`console.log(\${n})\`, { eval: true });`,
    }),
    `import { Pool } from 'pg';
const pool = new Pool(); const id = 1;
pool.exec(() => id);`,
    ts({
      code: `import workerpool from 'workerpool';
interface Job { n: number }
const pool = workerpool.pool();
pool.exec((job: Job): number => job.n * 2, [{ n: 1 }]);`,
    }),
  ],
  invalid: [
    ts({
      name: 'workerpool issue 28: inner function calls do not work',
      code: `import workerpool from 'workerpool';
const pool = workerpool.pool();
const job = (n: number): number => returnsInput(n);
function returnsInput(n: number) { return n; }
pool.exec(job, [10]).then(console.log, console.error);`,
      errors: [{ messageId: 'outer', data: { name: 'returnsInput' }, line: 3, column: 36, endColumn: 48 }],
    }),
    cjs({
      name: 'workerpool issue 231: require is not defined in workers',
      code: `${head}function req(a, b) { const r = require('workerpool'); return a + b; }
pool.exec(req, [3, 4]);`,
      errors: [{ messageId: 'outer', data: { name: 'require' }, line: 3, column: 32 }],
    }),
    {
      name: 'workerpool issue 401: a variable out of scope',
      code: `import workerpool from 'workerpool';
const pool = workerpool.pool();
const suffix = '!';
function greet(name) { return name + suffix; }
await pool.exec(greet, ['you']);`,
      errors: [{ messageId: 'outer', data: { name: 'suffix' }, line: 4 }],
    },
    {
      name: 'workerpool issue 142: an async task with helpers',
      code: `import workerpool from 'workerpool';
const pool = workerpool.pool();
const task = async ({ foo }) => { await something(foo); await another(foo); };
const something = async () => {};
import { another } from './another.js';
await pool.exec(task, [{ foo: 'bar' }]);`,
      errors: [
        { messageId: 'outer', data: { name: 'something' }, line: 3 },
        { messageId: 'outer', data: { name: 'another' }, line: 3 },
      ],
    },
    cjs({
      name: 'workerpool issue 66: an imported function',
      code: `${head}const { hash } = require('./hash');
pool.exec((text) => hash(text), ['a']);`,
      errors: [{ messageId: 'outer', data: { name: 'hash' }, line: 4, column: 21 }],
    }),
    cjs({
      code: `${head}async function main(options) {
  await pool.exec(() => build(options), []);
}
function build() {}`,
      errors: [
        { messageId: 'outer', data: { name: 'build' }, line: 4 },
        { messageId: 'outer', data: { name: 'options' }, line: 4 },
      ],
    }),
    cjs({
      name: 'an arrow function does not know its own name',
      code: `${head}const fib = (n) => (n < 2 ? n : fib(n - 1) + fib(n - 2));
pool.exec(fib, [40]);`,
      errors: [{ messageId: 'outer', data: { name: 'fib' }, line: 3, column: 33 }],
    }),
    cjs({
      code: `${head}pool.exec(function () { return __dirname; }, []);`,
      errors: [{ messageId: 'outer', data: { name: '__dirname' } }],
    }),
    cjs({
      code: `const pool = require('workerpool').pool();
const cache = new Map();
pool.exec((key) => cache.get(key), ['a']);`,
      errors: [{ messageId: 'outer', data: { name: 'cache' }, line: 3 }],
    }),
    cjs({
      name: 'a worker from the text of a function',
      code: `const { Worker } = require('worker_threads');
const limit = 1e6;
function work() { for (let i = 0; i < limit; i++); }
new Worker(\`(\${work.toString()})()\`, { eval: true });`,
      errors: [{ messageId: 'outer', data: { name: 'limit' }, line: 3, column: 39 }],
    }),
    {
      code: `import { Worker, parentPort } from 'node:worker_threads';
const work = () => parentPort.postMessage(1);
const worker = new Worker('(' + work.toString() + ')()', { eval: true });`,
      errors: [{ messageId: 'outer', data: { name: 'parentPort' }, line: 2 }],
    },
    ts({
      code: `import * as workerpool from 'workerpool';
enum Kind { Small, Big }
class Sorter {
  private readonly pool = workerpool.pool();
  sort(xs: number[]) { return this.pool.exec((list: number[]) => Kind.Small + list.length, [xs]); }
}`,
      errors: [{ messageId: 'outer', data: { name: 'Kind' }, line: 5 }],
    }),
    {
      code: `import workerpool from 'workerpool';
export class Parser {
  pool = workerpool.pool();
  parse(text) { return text.split(','); }
  run(text) { return this.pool.exec(this.parse, [text]); }
}`,
      errors: [
        {
          message:
            'Only the text of a function is sent to the worker, and that of a method is no function there, nor is its object. Move it into a function, or into a worker file.',
          line: 5,
          column: 37,
        },
      ],
    },
    {
      code: `import workerpool from 'workerpool';
export class Tax {
  rate = 1.19;
  pool = workerpool.pool();
  gross(net) { return this.pool.exec((n) => n * this.rate, [net]); }
}`,
      errors: [{ messageId: 'receiver', line: 5, column: 49 }],
    },
    {
      name: 'multithreading: what a generator yields is given, all else is not',
      code: `import { threaded } from 'multithreading';
const rate = 2, base = 1;
const add = (a, b) => a + b;
export const work = threaded(async function* (x) {
  yield { add };
  return add(x * rate, 1);
});`,
      errors: [{ messageId: 'outer', data: { name: 'rate' }, line: 6, column: 18 }],
    },
    {
      name: 'a method of an object, and a bound function',
      code: `import workerpool from 'workerpool';
const pool = workerpool.pool();
const lib = { half(n) { return n / 2; }, twice: (n) => n * 2 };
export const half = (x) => pool.exec(lib.half, [x]);
export const twice = (x) => pool.exec(lib.twice, [x]);
export const bound = (x) => pool.exec(work.bind({ factor: 2 }), [x]);
function work(n) { return n; }`,
      errors: [
        { messageId: 'method', line: 4, column: 38, endColumn: 46 },
        { messageId: 'bound', line: 6, column: 39, endColumn: 63 },
      ],
    },
    {
      name: 'code that is put together with + or kept in a constant',
      code: `import { Worker } from 'node:worker_threads';
const limit = 3;
function work() { return limit; }
const code = '(' + work + ')()';
const worker = new Worker(code, { eval: true });`,
      errors: [{ messageId: 'outer', data: { name: 'limit' }, line: 3, column: 26, endColumn: 31 }],
    },
  ],
});
