/** Public issue threads and, for each, code of our own that makes the same mistake. */
interface Reproduction {
  readonly thread: string;
  readonly what: string;
  readonly code: string;
  /** `main.js` unless told. */
  readonly filename?: string;
}

export type Thread = Reproduction & ({ readonly rule: string } | { readonly missed: string });

const offloading = `import workerpool from 'workerpool';
export const pool = workerpool.pool();
`;
const remote = `import * as Comlink from 'comlink';
const remote = Comlink.wrap(endpoint);
`;
const thread = `import { Worker } from 'node:worker_threads';
export const worker = new Worker('./task.js');
worker.on('error', console.error);
`;
const inWorker = `import { parentPort } from 'node:worker_threads';
`;

export const threads: readonly Thread[] = [
  {
    thread: 'piscinajs/piscina#795',
    what: 'a function in workerData',
    rule: 'no-uncloneable-capture',
    code: `import Piscina from 'piscina';
const add = ({ a, b }) => a + b;
export const pool = new Piscina({ filename: './task.js', workerData: { add } });`,
  },
  {
    thread: 'piscinajs/piscina#130',
    what: 'the worker gives back an instance of its own class',
    rule: 'no-lossy-clone',
    filename: 'worker.js',
    code: `class Batch {
  rows = [];
  push(row) { this.rows.push(row); }
}
module.exports = async ({ keys }) => {
  const batch = new Batch();
  for (const key of keys) batch.push(key);
  return batch;
};`,
  },
  {
    thread: 'piscinajs/piscina#102',
    what: 'the worker gives back an object with a function in it',
    rule: 'no-uncloneable-capture',
    filename: 'worker.js',
    code: `module.exports = async (path) => ({ path, bytes: 3, reload: () => path });`,
  },
  {
    thread: 'piscinajs/piscina#1143',
    what: 'fields put on an error',
    rule: 'require-worker-error-handling',
    filename: 'worker.js',
    code: `export default function run({ id }) {
  if (id < 0) throw Object.assign(new Error('not found'), { id, status: 404 });
  return id * 2;
}`,
  },
  {
    thread: 'piscinajs/piscina#316',
    what: 'a promise in the worker that nobody awaits is suspended with the worker',
    missed: 'what a call without await starts is not known',
    filename: 'worker.js',
    code: `export default function run(order) {
  notify(order.id);
  return order.total;
}
async function notify(id) { await fetch('https://example.org/' + id); }`,
  },
  {
    thread: 'tinylibs/tinypool#76',
    what: 'a pool for every job that is never destroyed',
    rule: 'require-pool-disposal',
    code: `import { Tinypool } from 'tinypool';
export async function slice(heights) {
  const pool = new Tinypool({ filename: './slice.js', minThreads: 1 });
  return Promise.all(heights.map((height) => pool.run({ height })));
}`,
  },
  {
    thread: 'vitest-dev/vitest#4134',
    what: 'functions in a config that goes to tinypool',
    rule: 'no-uncloneable-capture',
    code: `import Tinypool from 'tinypool';
const pool = new Tinypool({ filename: './run.js' });
const config = { snapshotFormat: { plugins: [{ test: (value) => Array.isArray(value) }] } };
export const run = (files) => pool.run({ files, config });`,
  },
  {
    thread: 'vitest-dev/vitest#5848',
    what: 'an error report with the functions of a request config',
    rule: 'no-uncloneable-capture',
    code: `${inWorker}const config = { url: '/users', transformRequest(data) { return data; } };
parentPort.postMessage({ type: 'failed', error: { message: 'timeout', config } });`,
  },
  {
    thread: 'vitest-dev/vitest#3538',
    what: 'a clock function in a report',
    rule: 'no-uncloneable-capture',
    code: `${inWorker}const now = () => performance.now();
parentPort.postMessage({ bench: { name: 'sort', now } });`,
  },
  {
    thread: 'poolifier/poolifier#308',
    what: 'a database client as data of a task',
    rule: 'no-native-handle',
    code: `import { FixedThreadPool } from 'poolifier';
import { MongoClient } from 'mongodb';
const pool = new FixedThreadPool(4, './mail.js');
const client = new MongoClient('mongodb://localhost');
export const send = (to) => pool.execute({ to, client });`,
  },
  {
    thread: 'josdejong/workerpool#104',
    what: 'a method as the task',
    rule: 'no-closure-task',
    code: `import workerpool from 'workerpool';
export class Users {
  constructor() { this.pool = workerpool.pool(); }
  load(id) { return fetch('/users/' + id); }
  find(id) { return this.pool.exec(this.load, [id]); }
  close() { return this.pool.terminate(); }
}`,
  },
  {
    thread: 'josdejong/workerpool#68',
    what: 'an instance with methods as an argument',
    rule: 'no-lossy-clone',
    code: `${offloading}class Device {
  constructor(storage) { this.storage = storage; }
  save() { return this.storage.write(this); }
}
const device = new Device(store);
export const result = pool.exec((a, b, unit) => a + b + unit.weight, [1, 2, device]);`,
  },
  {
    thread: 'josdejong/workerpool#221',
    what: 'an offloaded function that makes an instance of a class of its file',
    rule: 'no-closure-task',
    code: `${offloading}class Label { constructor(text) { this.text = text; } }
function label(text) { return new Label(text); }
export const result = pool.exec(label, ['x']);`,
  },
  {
    thread: 'josdejong/workerpool#363',
    what: 'instanceof of an error class after it crossed',
    rule: 'require-worker-error-handling',
    code: `import workerpool from 'workerpool';
class RangeExceeded extends Error {}
function divide(a, b) {
  if (b === 0) throw new RangeExceeded('division by zero');
  return a / b;
}
workerpool.worker({ divide });`,
  },
  {
    thread: 'josdejong/workerpool#231',
    what: 'require in an offloaded function',
    rule: 'no-closure-task',
    filename: 'main.cjs',
    code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
function hash(text) {
  const crypto = require('crypto');
  return crypto.createHash('md5').update(text).digest('hex');
}
pool.exec(hash, ['x']).then(console.log, console.error).finally(() => pool.terminate());`,
  },
  {
    thread: 'josdejong/workerpool#338',
    what: 'require in an offloaded arrow function',
    rule: 'no-closure-task',
    filename: 'main.cjs',
    code: `const pool = require('workerpool').pool();
pool
  .exec(() => require('os').cpus().length)
  .catch(console.error)
  .then(() => pool.terminate());`,
  },
  {
    thread: 'josdejong/workerpool#305',
    what: 'a package loaded in an offloaded function',
    rule: 'no-closure-task',
    filename: 'main.cjs',
    code: `const workerpool = require('workerpool');
const pool = workerpool.pool();
exports.draw = (options) =>
  pool.exec(function (given) {
    return require('canvas').createCanvas(given.width, given.height).toDataURL();
  }, [options]);`,
  },
  {
    thread: 'josdejong/workerpool#28',
    what: 'an offloaded function that calls another one',
    rule: 'no-closure-task',
    code: `${offloading}const twice = (n) => n * 2;
const job = (n) => twice(n) + 1;
export const result = pool.exec(job, [10]);`,
  },
  {
    thread: 'josdejong/workerpool#401',
    what: 'an offloaded function that reads a variable of its module',
    rule: 'no-closure-task',
    code: `${offloading}const limits = { max: 10 };
export const result = pool.exec((n) => Math.min(n, limits.max), [12]);`,
  },
  {
    thread: 'josdejong/workerpool#330',
    what: 'the script never ends',
    rule: 'require-pool-disposal',
    code: `import workerpool from 'workerpool';
const pool = workerpool.pool('./render.js');
const page = await pool.exec('render', [1]);
console.log(page);`,
  },
  {
    thread: 'josdejong/workerpool#162',
    what: 'tasks in forEach: neither their errors nor their end is waited for',
    rule: 'require-worker-error-handling',
    code: `import workerpool from 'workerpool';
export const pool = workerpool.pool('./report.js');
export function reportAll(users) {
  users.forEach((user) => {
    pool.exec('report', [user]).then((result) => console.log(result));
  });
}`,
  },
  {
    thread: 'andywer/threads.js#304',
    what: 'the class of a thrown error',
    rule: 'require-worker-error-handling',
    code: `import { expose } from 'threads/worker';
class ParseFailure extends Error {
  constructor(line) { super('bad line'); this.line = line; }
}
expose(function parse(text) {
  if (!text) throw new ParseFailure(0);
  return text.length;
});`,
  },
  {
    thread: 'andywer/threads.js#147',
    what: 'whether a pool has to be terminated',
    rule: 'require-pool-disposal',
    code: `import { Pool, spawn, Worker } from 'threads';
const pool = Pool(() => spawn(new Worker('./sign')), 8);
const token = await pool.queue((sign) => sign({ id: 1 }));
console.log(token);`,
  },
  {
    thread: 'andywer/threads.js#247',
    what: 'a pool for every call',
    rule: 'require-pool-disposal',
    code: `import { Pool, spawn, Worker } from 'threads';
export async function loadModels(items) {
  const pool = Pool(() => spawn(new Worker('./model')));
  items.forEach((item) => pool.queue((model) => model.load(item.file)));
  await pool.completed();
}`,
  },
  {
    thread: 'andywer/threads.js#385',
    what: 'a buffer used after Transfer',
    rule: 'no-transferred-use',
    code: `import { spawn, Transfer, Worker } from 'threads';
const mutate = await spawn(new Worker('./mutate'));
const bytes = new ArrayBuffer(8);
await mutate(Transfer(bytes));
console.log(new Uint8Array(bytes)[0]);`,
  },
  {
    thread: 'andywer/threads.js#197',
    what: 'a function as an argument',
    rule: 'no-uncloneable-capture',
    code: `import { spawn, Worker } from 'threads';
const search = await spawn(new Worker('./search'));
export const hits = await search.find('x', (hit) => hit.score > 1);`,
  },
  {
    thread: 'andywer/threads.js#457',
    what: 'a worker that spawns workers',
    rule: 'no-nested-pool',
    code: `import { expose } from 'threads/worker';
import { spawn, Worker } from 'threads';
expose({
  async both(x) {
    const inner = await spawn(new Worker('./inner'));
    return inner(x);
  },
});`,
  },
  {
    thread: 'andywer/threads.js#345',
    what: 'calls of spawned functions that are not awaited before they are terminated',
    missed: 'workers in an array are not followed',
    code: `import { spawn, Thread, Worker } from 'threads';
export async function run(chunks) {
  const workers = [];
  for (const chunk of chunks) {
    const work = await spawn(new Worker('./work'));
    workers.push(work);
    work(chunk);
  }
  await Promise.all(workers.map((work) => Thread.terminate(work)));
}`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#12',
    what: 'a callback as an argument',
    rule: 'no-uncloneable-capture',
    code: `${remote}await remote.subscribe((token) => console.log(token));`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#556',
    what: 'a named callback without Comlink.proxy',
    rule: 'no-uncloneable-capture',
    code: `${remote}function onDone(result) { console.log(result); }
await remote(onDone);`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#426',
    what: 'a method as a callback',
    rule: 'no-uncloneable-capture',
    code: `${remote}export class View {
  show(row) { this.last = row; }
  load() { return remote.each(this.show); }
}`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#59',
    what: 'a callback among the options',
    rule: 'no-uncloneable-capture',
    code: `${remote}export const clone = (dir) => remote.clone({ dir, depth: 1, onprogress: (event) => update(event.loaded) });`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#515',
    what: 'Comlink.proxy inside of an object',
    rule: 'no-uncloneable-capture',
    code: `${remote}const show = (text) => console.log(text);
await remote.start({ show: Comlink.proxy(show) });`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#573',
    what: 'a function returned by what is exposed',
    rule: 'no-uncloneable-capture',
    code: `import * as Comlink from 'comlink';
const listeners = new Set();
Comlink.expose({
  subscribe(id) {
    listeners.add(id);
    return () => listeners.delete(id);
  },
});`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#341',
    what: 'the unsubscribe function of a store',
    rule: 'no-uncloneable-capture',
    code: `import { expose } from 'comlink';
const subscribers = [];
function subscribe(name) {
  function unsubscribe() { subscribers.splice(subscribers.indexOf(name), 1); }
  subscribers.push(name);
  return unsubscribe;
}
expose({ subscribe });`,
  },
  {
    thread: 'GoogleChromeLabs/comlink#385',
    what: 'fields of an error class',
    rule: 'require-worker-error-handling',
    code: `import { expose } from 'comlink';
class InvalidInput extends Error { field = 'name'; }
expose({
  check(input) {
    if (!input.name) throw new InvalidInput('name is missing');
    return true;
  },
});`,
  },
  {
    thread: 'jestjs/jest#15078',
    what: 'a symbol in a result',
    rule: 'no-uncloneable-capture',
    code: `${inWorker}const kind = Symbol('matcher');
parentPort.postMessage({ expected: { kind, sample: 'x' } });`,
  },
  {
    thread: 'jestjs/jest#14437',
    what: 'functions in the result of a worker function',
    rule: 'no-uncloneable-capture',
    filename: 'test-worker.js',
    code: `module.exports = {
  runTest(name) {
    const expected = () => {};
    return { name, expected };
  },
};`,
  },
  {
    thread: 'jestjs/jest#13165',
    what: 'an instance among the options of a jest-worker call',
    rule: 'no-lossy-clone',
    code: `import { Worker } from 'jest-worker';
class Jar {
  cookies = [];
  get(name) { return this.cookies.find((cookie) => cookie.name === name); }
}
export const farm = new Worker('/app/environment.js');
export const result = farm.setUp({ cookieJar: new Jar() });`,
  },
  {
    thread: 'OpenFn/kit#871',
    what: 'a state that holds the function of an HTTP adapter',
    rule: 'no-uncloneable-capture',
    code: `${inWorker}function httpAdapter(config) { return fetch(config.url); }
const state = { data: {}, references: [{ adapter: httpAdapter }] };
parentPort.postMessage(state);`,
  },
  {
    thread: 'nodejs/help#1558',
    what: 'an instance, and a class',
    rule: 'no-lossy-clone',
    code: `${thread}class Person {
  constructor(first, last) { this.first = first; this.last = last; }
  fullName() { return this.first + ' ' + this.last; }
}
worker.postMessage(new Person('A', 'B'));`,
  },
  {
    thread: 'nodejs/node#27266',
    what: 'a Buffer arrives as a Uint8Array',
    rule: 'no-lossy-clone',
    code: `${inWorker}parentPort.postMessage(Buffer.from([1, 2, 3]));`,
  },
  {
    thread: 'nodejs/node#60504',
    what: 'a URL',
    rule: 'no-lossy-clone',
    code: `${thread}worker.postMessage(new URL('https://example.org/a'));`,
  },
  {
    thread: 'nodejs/node#37988',
    what: 'an error of a class of its own as a message',
    rule: 'no-lossy-clone',
    code: `${inWorker}class QueryError extends Error { code = 'E_QUERY'; }
parentPort.postMessage(new QueryError('no such table'));`,
  },
  {
    thread: 'nodejs/node#43331',
    what: 'an uncaught error in a worker ends the program',
    rule: 'require-worker-error-handling',
    code: `import { Worker } from 'node:worker_threads';
const worker = new Worker('./bcrypt.js');
worker.once('message', (hash) => console.log(hash));`,
  },
  {
    thread: 'nodejs/help#2949',
    what: 'a socket',
    rule: 'no-native-handle',
    code: `import net from 'node:net';
${thread}const socket = net.connect(6379, 'localhost');
worker.postMessage({ socket });`,
  },
  {
    thread: 'nodejs/node#33240',
    what: 'the memory of a chunk is transferred and the chunk used again',
    rule: 'no-transferred-use',
    code: `${thread}export function forward(chunk, file) {
  worker.postMessage(chunk, [chunk.buffer]);
  file.write(chunk);
}`,
  },
  {
    thread: 'AVGP/js-parallelism-demos#2',
    what: 'a buffer read after it was posted',
    rule: 'no-transferred-use',
    code: `export function fill(worker) {
  const buffer = new ArrayBuffer(1024);
  worker.postMessage({ buffer }, [buffer]);
  const view = new Uint8Array(buffer);
  return view;
}`,
  },
  {
    thread: 'nodejs/node#37481',
    what: 'a file that starts a worker whenever it is loaded, also by the worker',
    rule: 'no-unguarded-main',
    filename: 'main.cjs',
    code: `const { Worker } = require('worker_threads');
const worker = new Worker(__filename);
worker.on('error', console.error);`,
  },
];
