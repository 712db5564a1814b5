// Measures large typed arrays, as items and as a constant: copied for each call, or in shared memory already. Three
// calls in a row use the same array.
import { mapSync, range } from 'doall/runtime';
import { report, timeOfSync } from './report.mjs';
import { brief, sum } from './tasks.mjs';
import { work } from './workload.mjs';

const rounds = Number(process.argv[2]);
const LENGTH = 2_000_000;
const PARTS = 200;

const own = Float64Array.from({ length: LENGTH }, (_, i) => i % 1000);
const shared = new Float64Array(new SharedArrayBuffer(own.byteLength));
shared.set(own);

const size = LENGTH / PARTS;
const cases = {
  'as items, 50 ns each': {
    plain: () => Array.from(own, (x) => work.brief(x)),
    pooled: (values) => mapSync(brief, values),
  },
  'as a constant, read once': {
    plain: () => Array.from(range(0, PARTS), (part) => work.sum(part, { values: own, size })),
    pooled: (values) => mapSync(sum, range(0, PARTS), { values, size }),
  },
};

const thrice = (call) => timeOfSync(() => [call(), call(), call()]);
for (const [name, { plain, pooled }] of Object.entries(cases)) {
  if (JSON.stringify(plain()) !== JSON.stringify(pooled(own))) throw new Error(`${name} is wrong`);
  for (let round = -2; round < rounds; round++) {
    const before = thrice(plain);
    const copied = thrice(() => pooled(own));
    const between = thrice(plain);
    const inPlace = thrice(() => pooled(shared));
    const after = thrice(plain);
    if (round < 0) continue;
    const [cloning, sharing] = [(before + between) / 2 / copied, (between + after) / 2 / inPlace];
    report(name, 'Float64Array', cloning);
    report(name, 'in shared memory', sharing);
    report(name, 'of shared', cloning / sharing);
  }
}
process.exit();
