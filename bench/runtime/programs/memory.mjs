// Measures the memory that a worker takes: what the process holds more with eight workers up that have each run an item,
// divided by eight. The argument names the library.
import { Worker } from 'node:worker_threads';
import { report } from './report.mjs';

const [library] = process.argv.slice(2);
const COUNT = 8;
const file = new URL('peer.mjs', import.meta.url);
const request = { name: 'spin', item: 1_000_000 };
const requests = new Array(8 * COUNT).fill(request);
const sizes = { minThreads: COUNT, maxThreads: COUNT };

const starts = {
  async 'raw worker_threads'() {
    return () =>
      Promise.all(
        Array.from({ length: COUNT }, () => {
          const worker = new Worker(file, { workerData: { raw: true } });
          worker.postMessage(request);
          return new Promise((done) => worker.once('message', done));
        }),
      );
  },
  async doall() {
    const { map } = await import('doall/runtime');
    const { spin } = await import('./tasks.mjs');
    const options = { force: true, threads: COUNT, chunkSize: 1 };
    return () =>
      map(
        spin,
        requests.map(({ item }) => item),
        null,
        options,
      );
  },
  async piscina() {
    const { Piscina } = await import('piscina');
    return () => {
      const pool = new Piscina({ filename: file.href, ...sizes });
      return Promise.all(requests.map((each) => pool.run(each)));
    };
  },
  async tinypool() {
    const { default: Tinypool } = await import('tinypool');
    return () => {
      const pool = new Tinypool({ filename: file.href, ...sizes });
      return Promise.all(requests.map((each) => pool.run(each)));
    };
  },
};

let workers = 0;
process.on('worker', () => workers++);
const pause = () => new Promise((done) => setTimeout(done, 300));
const first = await starts[library]();
await pause();
const before = process.memoryUsage.rss();
await first();
await pause();
if (workers !== COUNT) throw new Error(`${workers} workers instead of ${COUNT}`);
report(library, 'MB a worker', (process.memoryUsage.rss() - before) / COUNT / 2 ** 20);
process.stdout.write('', () => process.exit());
