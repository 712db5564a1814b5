// Could piscina or tinypool carry the workers of doall? The same guided scheduler, over threads of each: workers are
// asked to help with a call, claim chunks in shared memory, and the blocked calling thread works along. Arguments: the
// carrier, the number of rounds.
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { report, timeOf } from './report.mjs';
import { calibrate, crunch } from './workload.mjs';

const THREADS = 2;
/** Most items that are claimed; one is about 100 µs. */
const FLOOR = 5;

/** Claims and runs chunks until none is left. Word 0 counts what is claimed, word 1 what is done. */
export default function help({ words, items, results }) {
  for (;;) {
    const start = Atomics.load(words, 0);
    if (start >= items.length) return;
    const length = Math.max(FLOOR, Math.ceil((items.length - start) / (4 * THREADS)));
    const end = Math.min(items.length, start + length);
    if (Atomics.compareExchange(words, 0, start, end) !== start) continue;
    for (let i = start; i < end; i++) results[i] = crunch(items[i], items[i]);
    Atomics.add(words, 1, end - start);
    Atomics.notify(words, 1);
  }
}

/** How each carrier is asked to help. */
const carriers = {
  'raw worker_threads': () => {
    const worker = new Worker(new URL(import.meta.url), { workerData: { carried: true } });
    worker.unref();
    return (call) => worker.postMessage(call);
  },
  piscina: async () => {
    const { Piscina } = await import('piscina');
    const pool = new Piscina({ filename: import.meta.url, minThreads: 1, maxThreads: 1 });
    return (call) => void pool.run(call);
  },
  tinypool: async () => {
    const { default: Tinypool } = await import('tinypool');
    const pool = new Tinypool({ filename: import.meta.url, minThreads: 1, maxThreads: 1 });
    return (call) => void pool.run(call);
  },
};

const shared = (Kind, length) => new Kind(new SharedArrayBuffer(length * Kind.BYTES_PER_ELEMENT));

/** A blocking map over the carrier's worker and this thread. */
function mapOver(ask, items) {
  const call = { words: shared(Int32Array, 2), items, results: shared(Float64Array, items.length) };
  ask(call);
  help(call);
  for (let done; (done = Atomics.load(call.words, 1)) < items.length;) Atomics.wait(call.words, 1, done);
  return call.results;
}

async function measure(carrier, rounds) {
  const size = Math.round(100 * calibrate());
  const list = (length) => shared(Float64Array, length).fill(size);
  const plain = (items) => items.map((n) => crunch(n, n));
  const cases = {
    'one call of 5 ms': [50, 1],
    'one call of 20 ms': [200, 1],
    'one call of 100 ms': [1000, 1],
    'ten calls of 10 ms in a row': [100, 10],
  };
  const cold = list(2000);
  const alone = await timeOf(() => plain(cold));
  const together = await timeOf(async () => mapOver(await carriers[carrier](), cold));
  report('the first call, 200 ms', carrier, alone / together);
  const ask = await carriers[carrier]();
  await new Promise((done) => setTimeout(done, 500));
  for (const [name, [length, calls]] of Object.entries(cases)) {
    const items = list(length);
    const repeat = (call) => {
      for (let i = 0; i < calls; i++) call();
    };
    for (let round = -3; round < rounds; round++) {
      const before = await timeOf(() => repeat(() => plain(items)));
      const took = await timeOf(() => repeat(() => mapOver(ask, items)));
      const after = await timeOf(() => repeat(() => plain(items)));
      if (round >= 0) report(name, carrier, (before + after) / 2 / took);
      // The carriers take note of finished calls when they get to run.
      await new Promise((done) => setTimeout(done, 5));
    }
  }
  process.exit();
}

if (workerData?.carried) parentPort.on('message', help);
else if (isMainThread) await measure(process.argv[2], Number(process.argv[3]));
