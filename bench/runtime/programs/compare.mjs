// Measures all contenders on one list, warm. Plain loops and contenders take turns, and a sample is the mean of the
// plain loops before and after a contender over its own time. Arguments: the list, the number of rounds.
import { makeContenders } from './contenders.mjs';
import { cases } from './cases.mjs';
import { report, timeOf } from './report.mjs';

const [name, rounds] = process.argv.slice(2);
const { work, items, constants } = cases[name]();
/** Milliseconds that a contender may take, after which it is left out: some hang. */
const PATIENCE = 10_000;
/** Milliseconds after which no further round begins, once there are three. */
const ENOUGH = 40_000;

const { plain, ...contenders } = await makeContenders();
const expected = JSON.stringify(plain(work, items, constants));

/** Milliseconds that a contender takes, or undefined when it fails. */
async function timeContender(contender, isChecked) {
  const late = new Promise((_, fail) => setTimeout(fail, PATIENCE, new Error('no answer')).unref());
  try {
    let found;
    const call = async () => (found = await contenders[contender](work, items, constants));
    const took = await Promise.race([timeOf(call), late]);
    if (isChecked && JSON.stringify(found) !== expected) throw new Error('wrong results');
    return took;
  } catch (error) {
    process.stderr.write(`${name}: ${contender} is left out: ${error}\n`);
    delete contenders[contender];
    return undefined;
  }
}

const began = performance.now();
for (let round = -2; round < Number(rounds); round++) {
  if (round >= 3 && performance.now() - began > ENOUGH) break;
  let before = await timeOf(() => plain(work, items, constants));
  for (const contender of Object.keys(contenders)) {
    const took = await timeContender(contender, round === -2);
    const after = await timeOf(() => plain(work, items, constants));
    if (round >= 0 && took !== undefined) report(contender, name, (before + after) / 2 / took);
    before = after;
  }
}
// Ending some peers' pools takes forever now and then.
process.exit();
