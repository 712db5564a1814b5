// Runs a faulty task in a form, on a cold or a warm pool, and prints whether the results are right.
import * as rt from 'doall/runtime';
import * as faulty from './faulty.mjs';
import { square } from './tasks.mjs';

const [name, form, temperature, count = '400'] = process.argv.slice(2);
if (temperature === 'warm') {
  rt.mapSync(square, rt.range(0, 200), { burn: 1 });
  await new Promise((done) => setTimeout(done, 20));
}
const items = rt.range(0, Number(count));
const isLimited = temperature === 'limited';
const pool = isLimited ? new rt.Pool({ resourceLimits: { maxOldGenerationSizeMb: 32 } }) : undefined;
const options = { threads: 3, pool, force: isLimited };
const collect = {
  mapSync: () => rt.mapSync(faulty[name], items, undefined, options),
  imapSync: () => [...rt.imapSync(faulty[name], items, undefined, options)],
  map: () => rt.map(faulty[name], items, undefined, options),
  imap: async () => {
    const results = [];
    for await (const result of rt.imap(faulty[name], items, undefined, options)) results.push(result);
    return results;
  },
};
const results = await collect[form]();
const right = results.length === items.length && results.every((result, index) => result === index + 1);
console.log(right ? 'right' : 'wrong');
