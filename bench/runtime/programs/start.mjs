// Measures the milliseconds from making a pool to the first result that a worker gives, in a fresh process; and, in
// the column beside it, those of loading the library. The argument names the library.
import { Worker } from 'node:worker_threads';
import { report, timeOf } from './report.mjs';

const [library] = process.argv.slice(2);
const file = new URL('peer.mjs', import.meta.url);
const request = { name: 'spin', item: 10 };

const starts = {
  async 'raw worker_threads'() {
    return () =>
      new Promise((done) => {
        const worker = new Worker(file, { workerData: { raw: true } });
        worker.once('message', done);
        worker.postMessage(request);
      });
  },
  async 'doall imap'() {
    const { imap } = await import('doall/runtime');
    const { isInWorker } = await import('./tasks.mjs');
    return async () => {
      for await (const wasRemote of imap(isInWorker, new Array(1000).fill(0), null, remote)) {
        if (wasRemote) return;
      }
      throw new Error('no item ran in a worker');
    };
  },
  async 'doall mapSync'() {
    const { imapSync } = await import('doall/runtime');
    const { isInWorker } = await import('./tasks.mjs');
    return () => {
      for (const wasRemote of imapSync(isInWorker, new Array(1000).fill(0), null, remote)) {
        if (wasRemote) return;
      }
      throw new Error('no item ran in a worker');
    };
  },
  async piscina() {
    const { Piscina } = await import('piscina');
    return () => new Piscina({ filename: file.href, minThreads: 1, maxThreads: 1 }).run(request);
  },
  async tinypool() {
    const { default: Tinypool } = await import('tinypool');
    return () => new Tinypool({ filename: file.href, minThreads: 1, maxThreads: 1 }).run(request);
  },
  async workerpool() {
    const { default: workerpool } = await import('workerpool');
    const worker = new URL('peer-workerpool.mjs', import.meta.url).pathname;
    return () => workerpool.pool(worker, { maxWorkers: 1, workerType: 'thread' }).exec('run', [request]);
  },
  async poolifier() {
    const { FixedThreadPool } = await import('poolifier');
    const worker = new URL('peer-poolifier.mjs', import.meta.url).pathname;
    return () => new FixedThreadPool(1, worker).execute(request);
  },
};
/** One worker, whose results come first. */
const remote = { force: true, chunkSize: 1, threads: 2 };

let first;
const loading = await timeOf(async () => (first = await starts[library]()));
const starting = await timeOf(first);
report(library, 'to load', loading);
report(library, 'to the first result', starting);
process.stdout.write('', () => process.exit());
