/** Values in task arguments, `workerData` and messages: the part of the two clone rules that needs no loop. */
import lossy from '../../rules/no-lossy-clone.ts';
import handle from '../../rules/no-native-handle.ts';
import uncloneable from '../../rules/no-uncloneable-capture.ts';
import { cjs, testRule, ts } from './tester.ts';

const piscina = `import Piscina from 'piscina';
const pool = new Piscina({ filename });
`;
const worker = `import { Worker, parentPort } from 'node:worker_threads';
const worker = new Worker('./worker.js');
`;

testRule('no-uncloneable-capture', uncloneable, {
  valid: [
    `${piscina}await pool.run({ id: 1, data: [1, 2], when: new Date(), seen: new Map(), re: /x/ });`,
    `${piscina}await pool.run(request);`,
    `${piscina}const scale = (x) => x * 2; await pool.run(scale(2));`,
    `${piscina}await pool.run({ x: 1 }, { signal: new AbortController().signal, filter: () => true });`,
    `import workerpool from 'workerpool';
const pool = workerpool.pool();
await pool.exec((a, b) => a + b, [1, 2], { on: (payload) => log(payload) });`,
    `import { Pool, spawn, Worker } from 'threads';
const pool = Pool(() => spawn(new Worker('./task')));
pool.queue((task) => task(1));`,
    `import * as Comlink from 'comlink';
${worker}worker.postMessage({ port: Comlink.transfer(port, [port]) });`,
    `${worker}worker.postMessage({ type: 'start', rows });
worker.on('message', (message) => show(message));`,
    `${worker}parentPort.postMessage({ ok: true, error: new Error('x') });`,
    `import { Worker } from 'node:worker_threads';
new Worker('./worker.js', { workerData: { n: 1 }, stdout: true });`,
    `self.postMessage(() => {});`,
    `${piscina}async function add(options) { await pool.run(options); }`,
    `${piscina}let task = () => {}; task = { n: 1 }; await pool.run(task);`,
    ts({ code: `${piscina}class Job { id = 1; }\nawait pool.run(new Job() as unknown);` }),
    {
      name: 'what is transferred is not cloned',
      code: `${worker}const stream = new ReadableStream();
worker.postMessage({ stream }, [stream]);
worker.postMessage({ stream }, { transfer: [stream] });`,
    },
    `import { readFile, watch } from 'node:fs/promises';
${piscina}await pool.run({ text: await readFile('x', 'utf8'), kind: Symbol.for('x').description });`,
    `${piscina}const defaults = { get now() { return 1; }, level: 9 };
await pool.run({ ...defaults, ...options });`,
  ],
  invalid: [
    {
      name: 'threads.js issue 197, useWorker issue 85: a function as an argument',
      code: `${worker}worker.postMessage((list) => console.log(list));`,
      errors: [
        {
          message:
            '`(list) => console.log(list)` cannot be sent to a worker: it is a function. Send the plain data that it is made from and build it in the task; a function is imported by the worker module instead of sent. (line 3)',
          line: 3,
          column: 20,
          endColumn: 47,
        },
      ],
    },
    {
      name: 'microjob issue 64, vue-worker issue 9: a function among the options',
      code: `${piscina}import { compress } from './compress.js';
const options = { level: 9, done() {}, transform: (x) => x };
await pool.run({ data, options });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'options.done', detail: 'it is a function', line: 5 },
          line: 5,
          column: 24,
        },
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'options.transform', detail: 'it is a function', line: 5 },
          line: 5,
        },
      ],
    },
    cjs({
      code: `const { Worker } = require('worker_threads');
function callback() {}
new Worker('./worker.js', { workerData: { callback } });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'callback', detail: 'it is a function', line: 3 },
          line: 3,
        },
      ],
    }),
    {
      code: `${piscina}await pool.run({ key: Symbol('key') });`,
      errors: [
        { messageId: 'uncloneable-capture', data: { subject: 'key', detail: 'it is a symbol', line: 3 } },
      ],
    },
    {
      code: `${piscina}const cache = new WeakMap(); await pool.run({ cache, n: 1 });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'cache', detail: 'weak references cannot be cloned', line: 3 },
        },
      ],
    },
    {
      code: `${piscina}await pool.run(new Promise((resolve) => resolve(1)));`,
      errors: [{ messageId: 'uncloneable-capture', line: 3, column: 16 }],
    },
    {
      code: `${piscina}await pool.run(new Proxy(target, handler));`,
      errors: [{ messageId: 'uncloneable-capture', line: 3 }],
    },
    cjs({
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool('./w.js');
pool.exec('each', [items, (item) => console.log(item)]);`,
      errors: [{ messageId: 'uncloneable-capture', line: 3 }],
    }),
    {
      code: `import { FixedThreadPool } from 'poolifier';
const pool = new FixedThreadPool(2, './w.js');
await pool.execute({ steps: [() => 1] });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'steps[0]', detail: 'it is a function', line: 3 },
        },
      ],
    },
    {
      code: `import { Worker } from 'jest-worker';
const farm = new Worker(path);
await farm.transform(source, { plugins: [function plugin() {}] });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'plugins[0]', detail: 'it is a function', line: 3 },
        },
      ],
    },
    cjs({
      code: `const { parentPort } = require('worker_threads');
parentPort.on('message', (n) => parentPort.postMessage({ n, format: () => n.toFixed(2) }));`,
      errors: [
        {
          messageId: 'uncloneable-result',
          data: { subject: 'format', detail: 'it is a function', line: 2 },
          line: 2,
        },
      ],
    }),
    ts({
      code: `${piscina}class Model {}
export const result = (await pool.run({ Model })) as number;`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'Model', detail: 'it is a class', line: 4 },
          line: 4,
        },
      ],
    }),
    {
      code: `${piscina}const compare = (a, b) => a - b;
await pool.run([rows, compare]);`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: '[1]', detail: 'it is a function', line: 4 },
          line: 4,
        },
      ],
    },
    {
      name: 'a promise that was not awaited',
      code: `${piscina}async function load(path) { return path.length; }
await pool.run({ id: 1, text: load('a.txt') });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'text', detail: 'it is a Promise', line: 4 },
          line: 4,
          column: 31,
        },
      ],
    },
    {
      name: 'a generator',
      code: `${worker}function* rows() { yield 1; }
worker.postMessage(rows());`,
      errors: [{ messageId: 'uncloneable-capture', line: 4, column: 20 }],
    },
    {
      code: `import * as Comlink from 'comlink';
const remote = Comlink.wrap(port);
await remote.onChange((value) => show(value));
await remote.onChange(Comlink.proxy((value) => show(value)));`,
      errors: [{ messageId: 'uncloneable-capture', line: 3, column: 23 }],
    },
    {
      name: 'the result of a function that the worker names',
      code: `import { worker } from 'workerpool';
worker({ open: (path) => ({ path, close() {} }) });`,
      errors: [
        {
          messageId: 'uncloneable-result',
          data: { subject: 'close', detail: 'it is a function', line: 2 },
          line: 2,
        },
      ],
    },
    {
      name: "doall's own map: items, constants",
      code: `import { mapSync } from 'doall/runtime';
import { score } from './score.worker.js';
mapSync(score, rows, { weight: (row) => row.n, lang: new Intl.Collator('de') });`,
      errors: [
        { messageId: 'uncloneable-capture', line: 3, column: 32 },
        { messageId: 'uncloneable-capture', line: 3, column: 54 },
      ],
    },
    {
      code: `${piscina}export class Queue {
  handle(job) { return job; }
  push(job) { return pool.run({ job, handle: this.handle.bind(this) }); }
}`,
      errors: [{ messageId: 'uncloneable-capture', line: 5, column: 46 }],
    },
    {
      name: 'spread from a constant, in a list that is kept in a constant, a promise of a Node module, a symbol',
      code: `import { readFile } from 'node:fs/promises';
import workerpool from 'workerpool';
const workers = workerpool.pool('./worker.js');
${worker}const defaults = { level: 9, done() {} };
worker.postMessage({ ...defaults, n: 1 });
const given = [1, () => 2];
await workers.exec('work', given);
worker.postMessage({ text: readFile('x'), kind: Symbol.for('x') });`,
      errors: [
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'done', detail: 'it is a function', line: 7 },
          line: 7,
          column: 22,
          endColumn: 33,
        },
        { messageId: 'uncloneable-capture', line: 8, column: 19, endColumn: 26 },
        {
          messageId: 'uncloneable-capture',
          data: { subject: 'text', detail: 'it is a Promise', line: 10 },
          line: 10,
          column: 28,
          endColumn: 41,
        },
        { messageId: 'uncloneable-capture', line: 10, column: 49, endColumn: 64 },
      ],
    },
  ],
});

testRule('no-lossy-clone', lossy, {
  valid: [
    `${piscina}class Point { constructor(x) { this.x = x; } }
await pool.run(new Point(1));`,
    `${piscina}await pool.run({ url: new URL(text).href });`,
    `${piscina}class Scene { draw() {} }
const scene = new Scene();
await pool.run({ id: scene.id });`,
    `${piscina}import { Scene } from './scene.js';
await pool.run(new Scene());`,
    `${worker}worker.postMessage({ error: new Error('x'), set: new Set() });`,
    `class Job { run() {} }
pool.run(new Job());`,
    `${piscina}await pool.run({ get: 1 });`,
    `${piscina}await pool.run({ ...defaults, size: 2 });`,
    `${piscina}class Job { static from() {} }
await pool.run(new Job());`,
    `${worker}worker.postMessage(new Uint8Array(4));`,
    `${piscina}function run(URL) { return pool.run(new URL('x')); }`,
    `${piscina}await pool.run(Object.freeze({ n: 1 }));`,
  ],
  invalid: [
    {
      code: `${piscina}class Scene { draw() {} }
await pool.run(new Scene());`,
      errors: [
        {
          message:
            '`new Scene()` would arrive in a worker changed: class `Scene` becomes a plain object, without its methods. Pass the fields that the body reads, or send plain data and rebuild the value in the task. (line 4)',
          line: 4,
          column: 16,
          endColumn: 27,
        },
      ],
    },
    {
      code: `${piscina}class Vec { get length() { return 1; } }
const camera = { position: new Vec() };
await pool.run({ camera });`,
      errors: [
        {
          messageId: 'lossy-capture',
          data: {
            subject: 'camera.position',
            detail: 'class `Vec` becomes a plain object, without its methods',
            line: 5,
          },
          line: 5,
        },
      ],
    },
    {
      code: `${worker}class Counter { #n = 0; }
worker.postMessage({ counter: new Counter() });`,
      errors: [{ messageId: 'lossy-capture', line: 4 }],
    },
    {
      code: `${piscina}await pool.run({ target: new URL('https://example.org') });`,
      errors: [
        {
          messageId: 'lossy-capture',
          data: { subject: 'target', detail: 'it becomes an empty plain object', line: 3 },
        },
      ],
    },
    {
      code: `${piscina}await pool.run({ headers: new Headers({ a: '1' }) });`,
      errors: [
        {
          messageId: 'lossy-capture',
          data: { subject: 'headers', detail: 'it becomes an empty plain object', line: 3 },
        },
      ],
    },
    {
      code: `${worker}worker.postMessage({ get now() { return Date.now(); } });`,
      errors: [
        {
          messageId: 'lossy-capture',
          data: { subject: 'now', detail: 'a getter becomes the value that it has now', line: 3 },
        },
      ],
    },
    {
      code: `${worker}class NotFound extends Error {}
parentPort.postMessage({ error: new NotFound('x') });`,
      errors: [{ messageId: 'lossy-result', line: 4 }],
    },
    cjs({
      code: `const { parentPort } = require('worker_threads');
class Matrix { multiply() {} }
const result = new Matrix();
parentPort.postMessage(result);`,
      errors: [{ messageId: 'lossy-result', line: 4, column: 24 }],
    }),
    cjs({
      code: `const workerpool = require('workerpool');
const pool = workerpool.pool('./w.js');
class Task { execute() {} }
pool.exec('run', [new Task()]);`,
      errors: [{ messageId: 'lossy-capture', line: 4 }],
    }),
    {
      code: `import { Worker } from 'node:worker_threads';
class Config { toJSON() {} }
const worker = new Worker('./w.js', { workerData: new Config() });`,
      errors: [{ messageId: 'lossy-capture', line: 3 }],
    },
    {
      code: `import { Tinypool } from 'tinypool';
const pool = new Tinypool({ filename });
await pool.run([new URLSearchParams('a=1')]);`,
      errors: [{ messageId: 'lossy-capture', line: 3 }],
    },
    ts({
      code: `${piscina}class Tree<T> { constructor(readonly root: T) {} find(x: T): boolean { return this.root === x; } }
export const found = await pool.run({ tree: new Tree<number>(1) as Tree<number> });`,
      errors: [{ messageId: 'lossy-capture', line: 4 }],
    }),
    {
      code: `${piscina}export class Renderer {
  frame() { return pool.run({ scene: this, size: 1 }); }
  draw() {}
}`,
      errors: [
        {
          messageId: 'lossy-capture',
          data: {
            subject: 'scene',
            detail: 'class \`Renderer\` becomes a plain object, without its methods',
            line: 4,
          },
          line: 4,
          column: 38,
        },
      ],
    },
    {
      name: 'what a worker function returns',
      code: `import { expose } from 'threads/worker';
class Money { constructor(cents) { this.cents = cents; } format() { return this.cents / 100; } }
expose(function price(id) { return new Money(id * 100); });`,
      errors: [{ messageId: 'lossy-result', line: 3, column: 36 }],
    },
    {
      code: `import { parentPort } from 'node:worker_threads';
parentPort.postMessage({ ok: true, body: Buffer.concat(chunks) });`,
      errors: [{ messageId: 'lossy-result', line: 2, column: 42 }],
    },
    {
      code: `import { EventEmitter } from 'node:events';
${piscina}const bus = new EventEmitter();
await pool.run(bus);`,
      errors: [{ messageId: 'lossy-capture', line: 5, column: 16 }],
    },
  ],
});

testRule('no-native-handle', handle, {
  valid: [
    `${piscina}import { readFileSync } from 'node:fs';
await pool.run({ text: readFileSync('a.txt', 'utf8') });`,
    {
      name: 'a descriptor is a number, and belongs to the whole process',
      code: `${piscina}import { openSync } from 'node:fs';
await pool.run({ fd: openSync('a.txt') });`,
    },
    `${piscina}import { connect } from './net.js';
await pool.run({ c: connect() });`,
    `${piscina}import { createReadStream } from 'node:fs';
const log = createReadStream('a.log');
await pool.run({ path: log.path });`,
    `${piscina}import { MessageChannel } from 'node:worker_threads';
const { port1 } = new MessageChannel();
await pool.run({ port: port1 }, { transferList: [port1] });`,
    `import { spawn, Thread, Worker } from 'threads';
const thread = await spawn(new Worker('./w.js'));
await thread.work({ n: 1 });`,
    `${piscina}function run(connect) { return pool.run({ c: connect(80) }); }`,
    `${piscina}import { createServer } from 'node:http';
const server = createServer();
server.listen(80, () => pool.run({ port: 80 }));`,
    `import { connect } from 'node:net';
const socket = connect(80);
socket.postMessage(socket);`,
    `${worker}import { execFileSync } from 'node:child_process';
worker.postMessage({ out: execFileSync('ls') });`,
    `${piscina}import http from 'node:http';
await pool.run({ agents: http.STATUS_CODES });`,
    `${piscina}import { spawn } from 'node:child_process';
await pool.run({ start: spawn.name });`,
  ],
  invalid: [
    {
      code: `${piscina}import { createReadStream } from 'node:fs';
await pool.run({ stream: createReadStream('a.txt') });`,
      errors: [
        {
          message:
            '`stream` is a handle that belongs to this thread (made by `createReadStream`). Send what is needed to open it (path, URL, options) and open it in the task, or use it on the main thread and send its data. (line 4)',
          line: 4,
          column: 26,
          endColumn: 51,
        },
      ],
    },
    cjs({
      name: 'a connection among the workerData',
      code: `const net = require('net');
const { Worker } = require('worker_threads');
const socket = net.connect(5432);
new Worker('./query.js', { workerData: { socket } });`,
      errors: [{ messageId: 'native-handle', line: 4, column: 42 }],
    }),
    {
      code: `${worker}import * as fs from 'fs';
const out = fs.createWriteStream('out.log');
worker.postMessage(out);`,
      errors: [{ messageId: 'native-handle', line: 5 }],
    },
    {
      code: `${worker}import { createServer } from 'node:http';
const server = createServer();
worker.postMessage({ type: 'listen', server });`,
      errors: [{ messageId: 'native-handle', line: 5 }],
    },
    {
      code: `${piscina}import { spawn } from 'node:child_process';
const child = spawn('ffmpeg');
await pool.run([child]);`,
      errors: [{ messageId: 'native-handle', line: 5 }],
    },
    cjs({
      code: `const cp = require('child_process');
const workerpool = require('workerpool');
const pool = workerpool.pool('./w.js');
pool.exec('wait', [cp.fork('./child.js')]);`,
      errors: [{ messageId: 'native-handle', line: 4 }],
    }),
    {
      code: `${piscina}import dgram from 'node:dgram';
await pool.run({ socket: dgram.createSocket('udp4') });`,
      errors: [{ messageId: 'native-handle', line: 4 }],
    },
    {
      code: `${piscina}import { connect } from 'node:tls';
const secure = connect(443);
await pool.run({ options: { secure } });`,
      errors: [{ messageId: 'native-handle', line: 5 }],
    },
    {
      code: `${worker}import readline from 'node:readline';
parentPort.postMessage({ lines: readline.createInterface({ input: process.stdin }) });`,
      errors: [{ messageId: 'native-handle', line: 4 }],
    },
    {
      code: `${piscina}import { get } from 'node:https';
await pool.run({ request: get('https://example.org') });`,
      errors: [{ messageId: 'native-handle', line: 4 }],
    },
    {
      code: `${piscina}import { watch } from 'node:fs';
await pool.run({ watcher: watch('.') });`,
      errors: [{ messageId: 'native-handle', line: 4 }],
    },
    ts({
      code: `${piscina}import { connect, type ClientHttp2Session } from 'node:http2';
const session: ClientHttp2Session = connect('https://example.org');
export const done = (await pool.run({ session })) as boolean;`,
      errors: [{ messageId: 'native-handle', line: 5 }],
    }),
  ],
});
