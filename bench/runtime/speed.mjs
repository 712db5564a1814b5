// Measures all contenders on lists of items of one cost, interleaved; prints JSON: for each, the speed-ups over the
// plain loop that ran next to it. The argument names the list; the second, if given, part of a contender's name.
import { makeContenders } from './contenders.mjs';
import { calibrate } from './workload.mjs';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const scale = calibrate();
const contenders = await makeContenders();
const list = (length, cost) => Array.from({ length }, (_, i) => Math.round(cost(i) * scale));

/** Lists by name; costs in microseconds. */
const cases = {
  '10 µs items': list(10_000, () => 10),
  '100 µs items': list(1_000, () => 100),
  '1 ms items': list(100, () => 1000),
  '50 ms items': list(4, () => 50_000),
  'triangular, up': list(1_000, (i) => i / 5),
  'triangular, down': list(1_000, (i) => (1_000 - i) / 5),
};

const [name, part = ''] = process.argv.slice(2);
const items = cases[name];
const speedups = {};
const expected = JSON.stringify(contenders.plain(items));
for (let round = -1; round < rounds; round++) {
  for (const [contender, run] of Object.entries(contenders)) {
    if (contender === 'plain' || !contender.includes(part)) continue;
    let began = performance.now();
    contenders.plain(items);
    const plain = performance.now() - began;
    began = performance.now();
    const found = await run(items);
    const took = performance.now() - began;
    if (round < 0 && JSON.stringify(found) !== expected) throw new Error(`${contender} is wrong`);
    if (round >= 0) (speedups[contender] ??= []).push(plain / took);
  }
}
// Ending some peers' pools takes forever now and then.
process.stdout.write(JSON.stringify(speedups), () => process.exit());
