// The ways to map a list of items that are compared: the plain loop, doall, its peers, and raw threads.
import { Worker } from 'node:worker_threads';
import { availableParallelism } from 'node:os';
import { imapSync, map, mapSync } from 'doall/runtime';
import Piscina from 'piscina';
import { FixedThreadPool } from 'poolifier';
import Tinypool from 'tinypool';
import workerpool from 'workerpool';
import run from './peer.mjs';
import { spin } from './tasks.mjs';

const threads = availableParallelism();
const here = (file) => new URL(file, import.meta.url);

/** Lists of a length that a careful person would choose: four for each thread. */
function chunksOf(items) {
  const size = Math.max(1, Math.ceil(items.length / (4 * threads)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) =>
    items.slice(k * size, (k + 1) * size),
  );
}

async function byItem(items, send) {
  return Promise.all(items.map(send));
}

async function byChunk(items, send) {
  return (await Promise.all(chunksOf(items).map(send))).flat();
}

/** All contenders, by name; each maps a list of numbers of rounds to results. */
export async function makeContenders() {
  const filename = here('./peer.mjs').href;
  const piscina = new Piscina({ filename, minThreads: threads, maxThreads: threads });
  const tinypool = new Tinypool({ filename, minThreads: threads, maxThreads: threads });
  const wp = workerpool.pool(here('./peer-workerpool.mjs').pathname, {
    maxWorkers: threads,
    workerType: 'thread',
  });
  const poolifier = new FixedThreadPool(threads, here('./peer-poolifier.mjs').pathname);
  const raw = Array.from(
    { length: threads },
    () => new Worker(here('./peer.mjs'), { workerData: { raw: true } }),
  );
  const ask = (worker, items) =>
    new Promise((done) => {
      worker.once('message', done);
      worker.postMessage(items);
    });
  const half = (items, k) => items.slice((items.length * k) / threads, (items.length * (k + 1)) / threads);
  return {
    plain: (items) => items.map(run),
    'doall mapSync': (items) => mapSync(spin, items),
    'doall imapSync': (items) => [...imapSync(spin, items)],
    'doall map': (items) => map(spin, items),
    'piscina by item': (items) => byItem(items, (item) => piscina.run(item)),
    'piscina by chunk': (items) => byChunk(items, (chunk) => piscina.run(chunk)),
    'tinypool by chunk': (items) => byChunk(items, (chunk) => tinypool.run(chunk)),
    'workerpool by chunk': (items) => byChunk(items, (chunk) => wp.exec('run', [chunk])),
    'poolifier by chunk': (items) => byChunk(items, (chunk) => poolifier.execute(chunk)),
    'raw threads, static shares': async (items) =>
      (await Promise.all(raw.map((worker, k) => ask(worker, half(items, k))))).flat(),
  };
}
