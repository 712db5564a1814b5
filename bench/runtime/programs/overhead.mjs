// Measures what it costs to send an item to a worker and its result back: the CPU time of a call with a task that does
// nothing, on all threads together, less that of the plain loop; in microseconds for an item.
import { mapSync, range } from 'doall/runtime';
import { report } from './report.mjs';
import { echo } from './tasks.mjs';

const rounds = Number(process.argv[2]);
const COUNT = 500_000;
const make = (item) => Array.from({ length: COUNT }, (_, i) => item(i));
const lists = {
  'a range': range(0, COUNT),
  numbers: make((i) => i / 3),
  Float64Array: Float64Array.from({ length: COUNT }, (_, i) => i / 3),
  strings: make((i) => `item ${i}`),
  'small objects': make((i) => ({ id: i, name: `item ${i}`, weight: i / 3 })),
};

/** Microseconds of CPU time that a call takes on all threads. */
function cpuOf(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

mapSync(echo, lists.numbers, null, { force: true });
await new Promise((done) => setTimeout(done, 100));
for (const [name, list] of Object.entries(lists)) {
  for (let round = -2; round < rounds; round++) {
    const plain = cpuOf(() => Array.from(list, (item) => echo(item)));
    const began = performance.now();
    const pooled = cpuOf(() => mapSync(echo, list));
    const took = performance.now() - began;
    if (round < 0) continue;
    report(name, 'CPU, µs an item', Math.max(0, pooled - plain) / COUNT);
    report(name, 'elapsed, µs an item', (took * 1000) / COUNT);
  }
}
process.exit();
