// The ways to map a list of items that are compared: the plain loop, doall, its peers, and raw threads.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import * as tasks from './tasks.mjs';
import { work } from './workload.mjs';

const threads = availableParallelism();
const here = (file) => new URL(file, import.meta.url);

/** Lists of a length that a careful person would choose: four for each thread. */
function chunksOf(items) {
  const size = Math.max(1, Math.ceil(items.length / (4 * threads)));
  return Array.from({ length: Math.ceil(items.length / size) }, (_, k) =>
    items.slice(k * size, (k + 1) * size),
  );
}

/** The two ways to use a pool that runs one function call at a time. */
function waysOf(pool, send) {
  return {
    [`${pool}, by item`]: (name, items, constants) =>
      Promise.all(Array.from(items, (item) => send({ name, item, constants }))),
    [`${pool}, by chunk`]: async (name, items, constants) => {
      const chunks = chunksOf(Array.from(items));
      return (await Promise.all(chunks.map((chunk) => send({ name, items: chunk, constants })))).flat();
    },
  };
}

/** Makes each pool; it gives functions of the work's name, the items and the constants. */
const makers = {
  plain: () => ({
    plain: (name, items, constants) => Array.from(items, (item) => work[name](item, constants)),
  }),
  async doall() {
    const { imap, imapSync, map, mapSync } = await import('doall/runtime');
    return {
      'doall mapSync': (name, items, constants) => mapSync(tasks[name], items, constants),
      'doall imapSync': (name, items, constants) => [...imapSync(tasks[name], items, constants)],
      'doall map': (name, items, constants) => map(tasks[name], items, constants),
      'doall imap': async (name, items, constants) => {
        const results = [];
        for await (const result of imap(tasks[name], items, constants)) results.push(result);
        return results;
      },
    };
  },
  async piscina() {
    const { Piscina } = await import('piscina');
    const pool = new Piscina({ filename: here('peer.mjs').href, minThreads: threads, maxThreads: threads });
    return waysOf('piscina', (request) => pool.run(request));
  },
  async tinypool() {
    const { default: Tinypool } = await import('tinypool');
    const pool = new Tinypool({ filename: here('peer.mjs').href, minThreads: threads, maxThreads: threads });
    return waysOf('tinypool', (request) => pool.run(request));
  },
  async workerpool() {
    const { default: workerpool } = await import('workerpool');
    const file = here('peer-workerpool.mjs').pathname;
    const pool = workerpool.pool(file, { maxWorkers: threads, workerType: 'thread' });
    return waysOf('workerpool', (request) => pool.exec('run', [request]));
  },
  async poolifier() {
    const { FixedThreadPool } = await import('poolifier');
    const pool = new FixedThreadPool(threads, here('peer-poolifier.mjs').pathname);
    return waysOf('poolifier', (request) => pool.execute(request));
  },
  raw() {
    const workers = Array.from(
      { length: threads },
      () => new Worker(here('peer.mjs'), { workerData: { raw: true } }),
    );
    const ask = (worker, request) =>
      new Promise((done) => {
        worker.once('message', done);
        worker.postMessage(request);
      });
    return {
      'raw threads, equal shares': async (name, items, constants) => {
        const list = Array.from(items);
        const cut = (k) => Math.round((list.length * k) / threads);
        const parts = workers.map((worker, k) =>
          ask(worker, { name, items: list.slice(cut(k), cut(k + 1)), constants }),
        );
        return (await Promise.all(parts)).flat();
      },
    };
  },
};

/** The contenders of one maker, or of all. */
export async function makeContenders(maker) {
  const chosen = maker ? [makers[maker]] : Object.values(makers);
  return Object.assign({}, ...(await Promise.all(chosen.map((make) => make()))));
}
