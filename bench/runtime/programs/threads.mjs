// Measures mapSync on one thread and on two, to check the model of scale. The argument is the number of rounds.
import { mapSync } from 'doall/runtime';
import { cases } from './cases.mjs';
import { report, timeOfSync } from './report.mjs';
import { spin } from './tasks.mjs';
import { work } from './workload.mjs';

const rounds = Number(process.argv[2]);
/** Milliseconds after which no further round of a list begins, once there are three. */
const ENOUGH = 12_000;
for (const name of ['10 µs items', '100 µs items', '1 ms items', 'triangular, up', 'triangular, down']) {
  const { items } = cases[name]();
  const began = performance.now();
  for (let round = -2; round < rounds; round++) {
    if (round >= 3 && performance.now() - began > ENOUGH) break;
    let before = timeOfSync(() => items.map((item) => work.spin(item)));
    for (const threads of [1, 2]) {
      const took = timeOfSync(() => mapSync(spin, items, null, { threads }));
      const after = timeOfSync(() => items.map((item) => work.spin(item)));
      if (round >= 0) report(name, `${threads}, measured`, (before + after) / 2 / took);
      before = after;
    }
  }
}
process.exit();
