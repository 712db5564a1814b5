import rule from '../../rules/no-transferred-use.ts';
import { testRule, ts } from './tester.ts';

testRule('no-transferred-use', rule, {
  valid: [
    `worker.postMessage(buffer, [buffer]);`,
    `const sum = checksum(buffer);
worker.postMessage({ buffer, sum }, [buffer]);`,
    `worker.postMessage({ pixels }, [pixels.buffer]);
pixels = new Uint8ClampedArray(size);
pixels[0] = 255;`,
    `const { port1, port2 } = new MessageChannel();
worker.postMessage({ port: port2 }, [port2]);
port1.on('message', show);`,
    {
      name: 'each iteration has a buffer of its own',
      code: `for (const worker of workers) {
  const buffer = new ArrayBuffer(1024);
  worker.postMessage(buffer, [buffer]);
}`,
    },
    `let buffer = read();
while (buffer) {
  worker.postMessage(buffer, [buffer]);
  buffer = read();
}`,
    {
      name: 'showing that it is gone',
      code: `port.postMessage(buffer, [buffer]);
console.log(buffer.byteLength, buffer.detached);`,
    },
    `worker.postMessage(data);
console.log(data);`,
    `function send(buffer, shared) {
  if (shared) { worker.postMessage(buffer, [buffer]); return; }
  return buffer.slice(0);
}`,
    `if (big) worker.postMessage(buffer, [buffer]);
else use(buffer);`,
    `worker.postMessage(buffer, [buffer.slice(0)]);
use(buffer);`,
    `parentPort.postMessage(result, [result.pixels.buffer]);
log(result.time);`,
    `window.postMessage(data, '*');
use(data);`,
    `for (const image of images) {
  if (image.ready) { worker.postMessage(target, [target]); break; }
}`,
    ts({
      code: `export async function run(pool: Piscina, data: Float64Array): Promise<number> {
  return (await pool.run(data, { transferList: [data.buffer] })) as number;
}`,
    }),
    {
      name: 'the variable gets what arrived',
      code: `let bytes = new Uint8Array(8);
bytes = structuredClone(bytes, { transfer: [bytes.buffer] });
console.log(bytes[0]);`,
    },
    `export function send(workers, all) {
  workers.forEach((worker, i) => { const part = all.slice(i, i + 10); worker.postMessage(part, [part.buffer]); });
}`,
  ],
  invalid: [
    {
      code: `const buffer = new ArrayBuffer(8);
worker.postMessage(buffer, [buffer]);
const view = new Uint8Array(buffer);`,
      errors: [
        {
          messageId: 'used',
          data: { name: 'buffer', line: 2 },
          line: 3,
          column: 29,
          endLine: 3,
          endColumn: 35,
        },
      ],
    },
    {
      code: `const pixels = new Uint8ClampedArray(4 * width * height);
worker.postMessage({ pixels }, [pixels.buffer]);
context.putImageData(new ImageData(pixels, width, height), 0, 0);`,
      errors: [{ messageId: 'used', data: { name: 'pixels', line: 2 }, line: 3, column: 36 }],
    },
    {
      name: 'the same buffer for all workers',
      code: `const data = new Float64Array(1e6);
for (const worker of workers) worker.postMessage(data, [data.buffer]);`,
      errors: [{ messageId: 'again', data: { name: 'data' }, line: 2, column: 57 }],
    },
    {
      code: `const input = load();
for (let i = 0; i < threads; i++) {
  jobs.push(pool.run({ input, i }, { transferList: [input] }));
}`,
      errors: [{ messageId: 'again', data: { name: 'input' }, line: 3 }],
    },
    {
      code: `async function send(buffer) {
  await pool.run({ buffer }, { transferList: [buffer] });
  fs.writeFileSync('copy.bin', new Uint8Array(buffer));
}`,
      errors: [{ messageId: 'used', line: 3 }],
    },
    {
      code: `function share(buffer) {
  const copy = structuredClone(buffer, { transfer: [buffer] });
  return [copy, buffer.slice(0)];
}`,
      errors: [{ messageId: 'used', data: { name: 'buffer', line: 2 }, line: 3, column: 17 }],
    },
    {
      code: `const { port1, port2 } = new MessageChannel();
worker.postMessage({ port: port1 }, [port1]);
port1.postMessage('hello');`,
      errors: [{ messageId: 'used', data: { name: 'port1', line: 2 }, line: 3, column: 1 }],
    },
    {
      code: `import * as Comlink from 'comlink';
const data = new Uint8Array(1024);
await api.process(Comlink.transfer(data, [data.buffer]));
console.log(data[0]);`,
      errors: [{ messageId: 'used', line: 4, column: 13 }],
    },
    {
      code: `export function start(canvas) {
  const offscreen = canvas.transferControlToOffscreen();
  worker.postMessage({ canvas: offscreen }, [offscreen]);
  offscreen.width = 300;
}`,
      errors: [{ messageId: 'used', line: 4, column: 3 }],
    },
    {
      code: `parentPort.on('message', ({ rows }) => {
  const out = compute(rows);
  parentPort.postMessage(out, [out.buffer]);
  cache.set(rows.id, out);
});`,
      errors: [{ messageId: 'used', data: { name: 'out', line: 3 }, line: 4 }],
    },
    {
      code: `const chunk = new Uint8Array(size);
let read;
while ((read = fs.readSync(fd, chunk)) > 0) {
  worker.postMessage({ chunk, read }, [chunk.buffer]);
}`,
      errors: [{ messageId: 'again', data: { name: 'chunk' }, line: 4 }],
    },
    ts({
      code: `export function post(port: MessagePort, image: Uint8Array): number {
  port.postMessage(image, [image.buffer as ArrayBuffer]);
  port.postMessage(image, [image.buffer]);
  return image.length;
}`,
      errors: [
        { messageId: 'used', line: 3 },
        { messageId: 'used', data: { name: 'image', line: 3 }, line: 4 },
      ],
    }),
    {
      code: `const state = new Int32Array(4);
if (ready) {
  worker.postMessage(state, { transfer: [state.buffer] });
  state.fill(0);
}`,
      errors: [{ messageId: 'used', line: 4, column: 3 }],
    },
    {
      code: `export function send(worker, bytes) {
  const list = [bytes.buffer];
  worker.postMessage(bytes, list);
  return bytes[0];
}`,
      errors: [{ messageId: 'used', data: { name: 'bytes', line: 3 }, line: 4, column: 10, endColumn: 15 }],
    },
    {
      code: `import { Worker } from 'node:worker_threads';
export function start(bytes) {
  const worker = new Worker('./w.js', { workerData: bytes, transferList: [bytes.buffer] });
  return [worker, bytes.length];
}`,
      errors: [{ messageId: 'used', data: { name: 'bytes', line: 3 }, line: 4, column: 19 }],
    },
    {
      code: `export function broadcast(workers, table) {
  workers.forEach((worker) => worker.postMessage(table, [table.buffer]));
}`,
      errors: [{ messageId: 'again', data: { name: 'table' }, line: 2, column: 58, endColumn: 63 }],
    },
    {
      code: `import { transfer as move } from 'comlink';
export async function send(api, bytes) {
  await api.work(move(bytes, [bytes.buffer]));
  return bytes[0];
}`,
      errors: [{ messageId: 'used', data: { name: 'bytes', line: 3 }, line: 4, column: 10 }],
    },
  ],
});
