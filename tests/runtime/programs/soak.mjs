// Calls of all forms, one after another and at the same time, while workers are ended at random points. Prints whether
// every result was right, and whether anything was left behind.
import { Pool, imap, imapSync, map, mapSync, range } from 'doall/runtime';
import { echo, square } from './tasks.mjs';

const calls = Number(process.argv[2]);
const pool = new Pool({ threads: 3 });
const options = { pool, chunkSize: 5, force: true };
const constants = { burn: 0.2 };
let seed = 42;
const random = (below) => (seed = (seed * 48271) % 2147483647) % below;

const workers = new Set();
let struck = 0;
process.on('worker', (worker) => {
  workers.add(worker);
  worker.on('exit', () => workers.delete(worker));
});

/** Ends a worker at whatever it is doing, as a crash would. */
function strike() {
  const victims = [...workers];
  if (victims.length === 0) return;
  struck++;
  void victims[random(victims.length)].terminate();
}

const forms = [
  (items, task) => mapSync(task, items, constants, options),
  (items, task) => [...imapSync(task, items, constants, options)],
  (items, task) => map(task, items, constants, options),
  async (items, task) => {
    const results = [];
    for await (const result of imap(task, items, constants, options)) results.push(result);
    return results;
  },
];
let wrong = 0;
for (let call = 0; call < calls; call++) {
  // The first call starts the workers, so that the second finds one to strike.
  if (call % 4 === 1) setTimeout(strike, random(8));
  const count = 40 + random(60);
  const isNumbers = random(2) === 0;
  const items = isNumbers
    ? range(0, count)
    : Array.from({ length: count }, (_, i) => ({ i, text: `item ${i}` }));
  const run = () => forms[random(4)](items, isNumbers ? square : echo);
  const results = random(5) === 0 ? await Promise.all([run(), run()]) : [await run()];
  const expected = JSON.stringify(isNumbers ? Array.from(items, (x) => x * x) : items);
  for (const result of results) if (JSON.stringify(result) !== expected) wrong++;
  if (random(3) === 0) await new Promise((done) => setTimeout(done, random(5)));
}
await new Promise((done) => setTimeout(done, 10));
await pool.close();
globalThis.gc?.();
const { heapUsed } = process.memoryUsage();
console.log(JSON.stringify({ wrong, struck: struck > 0, workers: workers.size, isSmall: heapUsed < 50e6 }));
