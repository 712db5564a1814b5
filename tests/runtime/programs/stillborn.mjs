// Calls of a pool that loses all its workers before each, and then a number of new ones as soon as they start. Prints
// whether every result was right, and whether the last call, which loses none, ran on workers.
import { Pool, map } from 'doall/runtime';
import { square, thread } from './tasks.mjs';

const deaths = Number(process.argv[2]);
const pool = new Pool({ threads: 2 });
const options = { pool, force: true };
const items = Array.from({ length: 20 }, (_, i) => i);
const expected = JSON.stringify(items.map((x) => x * x));

const living = new Set();
let doomed = 0;
process.on('worker', (worker) => {
  living.add(worker);
  worker.on('exit', () => living.delete(worker));
  if (doomed-- > 0) void worker.terminate();
});

let isRight = true;
for (let call = 0; call < 8; call++) {
  await Promise.all([...living].map((worker) => worker.terminate()));
  doomed = deaths;
  const results = await map(square, items, { burn: 0 }, options);
  isRight &&= JSON.stringify(results) === expected;
}
doomed = 0;
const threads = await map(thread, items, undefined, options);
console.log(
  isRight ? 'right' : 'wrong',
  threads.some((id) => id !== 0),
);
await pool.close();
