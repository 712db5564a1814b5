// Measures what the lists of equal items don't show: other kinds of values, small work, a cold pool.
import { mapSync, range } from 'doall/runtime';
import { row, spin, weigh } from './tasks.mjs';
import { calibrate, crunch, mandelbrotRow } from './workload.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const scale = calibrate();
const [only] = process.argv.slice(2);

const fractal = { width: 800, height: 600, iterations: 200 };
const objects = Array.from({ length: 4000 }, (_, i) => ({
  rounds: Math.round(40 * scale),
  name: `item ${i}`,
}));
const typed = Float64Array.from({ length: 20_000 }, () => Math.round(10 * scale));
const sharedTyped = new Float64Array(new SharedArrayBuffer(typed.byteLength));
sharedTyped.set(typed);
const ms20 = Array.from({ length: 200 }, () => Math.round(100 * scale));

/** [plain loop, the same by mapSync] */
const cases = {
  'mandelbrot rows, plain arrays': [
    () => Array.from({ length: fractal.height }, (_, y) => mandelbrotRow(y, fractal)),
    () => mapSync(row, range(0, fractal.height), fractal),
  ],
  'objects, 40 µs': [
    () => objects.map((item) => ({ name: item.name, x: crunch(item.rounds, item.rounds) })),
    () => mapSync(weigh, objects),
  ],
  'Float64Array, 10 µs': [() => Array.from(typed, (n) => crunch(n, n)), () => mapSync(spin, typed)],
  'Float64Array in shared memory, 10 µs': [
    () => Array.from(sharedTyped, (n) => crunch(n, n)),
    () => mapSync(spin, sharedTyped),
  ],
  '20 ms of work, warm': [() => ms20.map((n) => crunch(n, n)), () => mapSync(spin, ms20)],
};

const results = {};
if (only === 'cold') {
  // One measurement in a process: the pool is cold only once.
  const items = Array.from({ length: Number(process.argv[3]) * 10 }, () => Math.round(100 * scale));
  items.slice(0, 20).forEach((n) => crunch(n, n));
  let began = performance.now();
  items.map((n) => crunch(n, n));
  const plain = performance.now() - began;
  began = performance.now();
  mapSync(spin, items);
  results.doall = [plain / (performance.now() - began)];
} else {
  const [plain, pooled] = cases[only];
  if (JSON.stringify(plain()) !== JSON.stringify(pooled())) throw new Error(`${only} is wrong`);
  results['doall mapSync'] = [];
  for (let round = -2; round < rounds; round++) {
    let began = performance.now();
    plain();
    const alone = performance.now() - began;
    began = performance.now();
    pooled();
    const took = performance.now() - began;
    if (round >= 0) results['doall mapSync'].push(alone / took);
  }
}
console.log(JSON.stringify(results));
