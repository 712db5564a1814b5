// Measures what it costs to send an item to a worker and its result back: the CPU time of a call, on all threads
// together, less that of the plain loop; in microseconds for an item. An item takes about 50 ns of work.
import { mapSync, range } from 'doall/runtime';
import { report } from './report.mjs';
import { brief, label, update } from './tasks.mjs';

const rounds = Number(process.argv[2]);
const COUNT = 500_000;
const make = (item) => Array.from({ length: COUNT }, (_, i) => item(i));
const cases = {
  'a range': [brief, range(0, COUNT)],
  numbers: [brief, make((i) => i / 3)],
  Float64Array: [brief, Float64Array.from({ length: COUNT }, (_, i) => i / 3)],
  strings: [label, make((i) => `item ${i}`)],
  'small objects': [update, make((i) => ({ id: i, name: `item ${i}`, weight: i / 3 }))],
};

/** Microseconds of CPU time that a call takes on all threads. */
function cpuOf(call) {
  const before = process.cpuUsage();
  call();
  const { user, system } = process.cpuUsage(before);
  return user + system;
}

mapSync(...cases.numbers, null, { force: true });
await new Promise((done) => setTimeout(done, 100));
for (const [name, [task, list]] of Object.entries(cases)) {
  for (let round = -2; round < rounds; round++) {
    const plain = cpuOf(() => Array.from(list, (item) => task(item)));
    const began = performance.now();
    const pooled = cpuOf(() => mapSync(task, list));
    const took = performance.now() - began;
    if (round < 0) continue;
    report(name, 'CPU, µs an item', Math.max(0, pooled - plain) / COUNT);
    report(name, 'elapsed, µs an item', (took * 1000) / COUNT);
  }
}
process.exit();
