// Takes workers down, in one way, form and temperature: the call must give the results of the plain loop, without a
// hang. Reports the milliseconds that it took; ends with code 1 when a result is wrong.
import { spawnSync } from 'node:child_process';
import * as rt from 'doall/runtime';
import { report, timeOf } from './report.mjs';
import { spin } from './tasks.mjs';
import { collect } from './forms.mjs';

const [fault, form, temperature] = process.argv.slice(2);
const NATIVE = 'native abort';
// A native abort ends the whole process, workers and all, as it would in a plain loop: at once, and without a hang.
if (fault === NATIVE && !process.env.IS_VICTIM) {
  const [node, ...args] = process.argv;
  let ending;
  const took = await timeOf(() => {
    const env = { ...process.env, IS_VICTIM: '1' };
    ending = spawnSync(node, args, { env, stdio: 'ignore', timeout: 30_000, killSignal: 'SIGKILL' });
  });
  // On a busy machine the calling thread may have done all harmful items itself.
  const isOver = ending.signal === 'SIGABRT' || ending.status === 0;
  report(`${fault}: the process ends`, `${form}, ${temperature}`, took);
  process.stdout.write('', () => process.exit(isOver ? 0 : 1));
  await new Promise(() => undefined);
}

const isBootFault = fault === 'never boots';
const { harm } = await import(isBootFault ? './modules/stuck.mjs' : './modules/harm.mjs');

if (temperature === 'warm') {
  rt.mapSync(spin, new Array(200).fill(100_000));
  await new Promise((done) => setTimeout(done, 50));
}
const items = rt.range(0, 400);
let results;
const took = await timeOf(
  async () => (results = await collect(form, harm, items, { fault }, { threads: 3 })),
);
const isRight = results.length === 400 && results.every((result, index) => result === index + 1);
report(fault, `${form}, ${temperature}`, took);
process.stdout.write('', () => process.exit(isRight ? 0 : 1));
