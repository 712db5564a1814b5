// Measures the first call of a process: the contender's pool is made, and its workers start, within the measured time.
// Loading its module isn't counted. Arguments: the contender's maker and name, the milliseconds of work.
import { makeContenders } from './contenders.mjs';
import { report, timeOf } from './report.mjs';
import { calibrate, work } from './workload.mjs';

const [maker, name, total] = process.argv.slice(2);
const libraries = {
  doall: 'doall/runtime',
  piscina: 'piscina',
  tinypool: 'tinypool',
  workerpool: 'workerpool',
  poolifier: 'poolifier',
};
if (libraries[maker]) await import(libraries[maker]);

const rounds = Math.round(100 * calibrate());
const items = Array.from({ length: Number(total) * 10 }, () => rounds);
const plain = () => items.map((item) => work.spin(item));
plain();
const before = await timeOf(plain);
const took = await timeOf(async () => {
  const contenders = await makeContenders(maker);
  await contenders[name]('spin', items, undefined);
});
const after = await timeOf(plain);
report(name, `${total} ms`, (before + after) / 2 / took);
process.stdout.write('', () => process.exit());
