// Measures calls that are too small for workers: how much slower than the plain loop are they? Prints JSON.
import { imapSync, mapSync } from 'doall/runtime';
import { spin } from './tasks.mjs';
import { calibrate, crunch } from './workload.mjs';

const scale = calibrate();

/** Least milliseconds that a call takes, over runs of many calls. */
function best(call, repetitions) {
  let least = Infinity;
  for (let run = 0; run < 15; run++) {
    const began = performance.now();
    for (let i = 0; i < repetitions; i++) call();
    least = Math.min(least, (performance.now() - began) / repetitions);
  }
  return least;
}

const results = {};
for (const cost of [1, 10]) {
  for (const length of [1, 10, 100, 1000]) {
    if (cost * length > 4000) continue;
    const items = Array.from({ length }, () => Math.round(cost * scale));
    const repetitions = Math.ceil(4000 / (cost * length));
    const plain = best(() => items.map((n) => crunch(n, n)), repetitions);
    const mapped = best(() => mapSync(spin, items), repetitions);
    const streamed = best(() => {
      for (const result of imapSync(spin, items)) void result;
    }, repetitions);
    results[`${length} items of ${cost} µs`] = { mapSync: [plain / mapped], imapSync: [plain / streamed] };
  }
}
console.log(JSON.stringify(results));
