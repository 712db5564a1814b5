// Calls of all forms, one after another and two at a time, while workers die at random points: by process.exit inside an
// item, or ended from outside. Every result is checked, and what is left behind is counted. The argument is the number
// of calls.
import { Pool, range } from 'doall/runtime';
import { collect, forms } from './forms.mjs';
import { growth, takeStock, workers } from './leaks.mjs';
import { mark, square } from './modules/fuse.mjs';
import { report } from './report.mjs';

const calls = Number(process.argv[2]);
const ROW = 'workers that die at random';
let seed = 42;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;
const fuse = new Int32Array(new SharedArrayBuffer(4));

let deaths = 0;
process.on('worker', (worker) => worker.on('exit', () => deaths++));

/** Ends a worker at whatever it is doing. */
function strike() {
  const victims = [...workers];
  if (victims.length > 0) void victims[random(victims.length)].terminate();
}

/** Whether one call gave what the plain loop gives: no item lost, none twice, all in order. */
async function isRight(pool) {
  const count = 40 + random(60);
  const isNumbers = random(2) === 0;
  const items = isNumbers
    ? range(0, count)
    : Array.from({ length: count }, (_, i) => ({ i, text: `item ${i}` }));
  const expected = isNumbers
    ? Array.from(items, (x) => x * x)
    : items.map((item) => ({ ...item, done: true }));
  const options = { pool, force: true, ...(random(2) === 0 ? { chunkSize: 1 + random(8) } : {}) };
  const found = await collect(forms[random(4)], isNumbers ? square : mark, items, { fuse }, options);
  return JSON.stringify(found) === JSON.stringify(expected);
}

async function runCalls(count) {
  const pool = new Pool({ threads: 3 });
  let wrong = 0;
  for (let call = 0; call < count; call++) {
    if (random(4) === 0) setTimeout(strike, random(8));
    if (random(4) === 0) Atomics.store(fuse, 0, 1 + random(100));
    const both = random(5) === 0 ? [isRight(pool), isRight(pool)] : [isRight(pool)];
    for (const right of await Promise.all(both)) if (!right) wrong++;
    if (random(3) === 0) await new Promise((done) => setTimeout(done, random(5)));
  }
  await pool.close();
  return wrong;
}

process.on('warning', () => undefined);
await runCalls(20);
const before = await takeStock();
deaths = 0;
const wrong = await runCalls(calls);
const after = await takeStock();
const left = growth(before, after);
report(ROW, 'calls', calls);
report(ROW, 'deaths', deaths);
report(ROW, 'wrong results', wrong);
report(ROW, 'threads left', left.threads);
report(ROW, 'workers left', after.workers);
report(ROW, 'handles left', left.handles);
report(ROW, 'heap grew, MB', left.heap);
report(ROW, 'other memory grew, MB', left.outside);
const isWell = wrong === 0 && deaths > 0 && after.workers === 0 && left.threads <= 0 && left.handles <= 0;
process.exitCode = isWell && left.heap < 10 && left.outside < 10 ? 0 : 1;
