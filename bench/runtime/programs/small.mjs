// Measures calls that are too small for workers: how much slower than the plain loop are they? Each time is the least
// of many runs. The argument says whether workers are up.
import { imapSync, map, mapSync } from 'doall/runtime';
import { report, timeOfSync } from './report.mjs';
import { spin } from './tasks.mjs';
import { calibrate, crunch } from './workload.mjs';

const [temperature, runs] = process.argv.slice(2);
const scale = calibrate();
/** Microseconds of work in a run. */
const RUN = 2000;

if (temperature === 'warm') {
  mapSync(spin, new Array(400).fill(1000 * scale));
  await new Promise((done) => setTimeout(done, 50));
}

/** Milliseconds that a call of `map` takes, its await included. */
async function timeOfAsync(call, repetitions) {
  const began = performance.now();
  for (let i = 0; i < repetitions; i++) await call();
  return (performance.now() - began) / repetitions;
}

const repeat = (call, repetitions) =>
  timeOfSync(() => {
    for (let i = 0; i < repetitions; i++) call();
  }) / repetitions;

async function measure(cost, length) {
  const rounds = Math.max(1, Math.round(cost * scale));
  const items = new Array(length).fill(rounds);
  const repetitions = Math.max(1, Math.ceil(RUN / (cost * length)));
  const forms = {
    plain: () => repeat(() => items.map((n) => crunch(n, n)), repetitions),
    mapSync: () => repeat(() => mapSync(spin, items), repetitions),
    imapSync: () =>
      repeat(() => {
        for (const result of imapSync(spin, items)) void result;
      }, repetitions),
    map: () => timeOfAsync(() => map(spin, items), repetitions),
  };
  const least = {};
  for (let run = 0; run < Number(runs); run++) {
    for (const [form, time] of Object.entries(forms)) {
      least[form] = Math.min(least[form] ?? Infinity, await time());
    }
  }
  for (const form of ['mapSync', 'imapSync', 'map']) {
    const row = `${length} × ${cost < 1 ? `${cost * 1000} ns` : `${cost} µs`}, ${temperature}`;
    report(row, form, least.plain / least[form]);
  }
}

for (const cost of [0.005, 1, 10]) for (const length of [1, 10, 100, 1000]) await measure(cost, length);
process.exit();
