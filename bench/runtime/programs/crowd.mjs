// Many more threads than cores: calls of all forms on a pool of 24. The argument is the number of calls.
import { Pool, range } from 'doall/runtime';
import { collect, forms } from './forms.mjs';
import { takeStock } from './leaks.mjs';
import { report, timeOf } from './report.mjs';
import { spin } from './tasks.mjs';
import { crunch } from './workload.mjs';

const calls = Number(process.argv[2]);
const items = range(1000, 3000);
const expected = JSON.stringify(Array.from(items, (x) => crunch(x, x)));

/** Seconds that the calls take on some number of threads. */
async function run(threads) {
  const pool = new Pool({ threads });
  let wrong = 0;
  const took = await timeOf(async () => {
    for (let call = 0; call < calls; call++) {
      const results = await collect(forms[call % 4], spin, items, undefined, { pool, force: true });
      if (JSON.stringify(results) !== expected) wrong++;
    }
  });
  await pool.close();
  const row = `${threads} threads`;
  report(row, 'calls', calls);
  report(row, 'seconds', took / 1000);
  report(row, 'wrong results', wrong);
  report(row, 'workers left', (await takeStock()).workers);
  if (wrong > 0) process.exitCode = 1;
}

await run(2);
await run(24);
