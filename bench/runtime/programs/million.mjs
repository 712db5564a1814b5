// A million calls: small ones that run inline, and one in fifty on workers. Memory must not grow. The argument is the
// number of calls.
import { map, mapSync, range } from 'doall/runtime';
import { growth, takeStock } from './leaks.mjs';
import { report, timeOf } from './report.mjs';
import { echo } from './tasks.mjs';

const calls = Number(process.argv[2]);
const ROW = 'many calls';
const few = range(0, 4);
const some = Array.from({ length: 40 }, (_, i) => ({ i }));

async function runCalls(count) {
  let wrong = 0;
  for (let call = 0; call < count; call++) {
    const isRemote = call % 50 === 0;
    const items = isRemote ? some : few;
    const options = isRemote ? { force: true, chunkSize: 10 } : undefined;
    const results =
      call % 100 < 2 ? await map(echo, items, null, options) : mapSync(echo, items, null, options);
    if (results.length !== items.length || results.at(-1) === undefined) wrong++;
  }
  return wrong;
}

await runCalls(5000);
const before = await takeStock();
let wrong;
const took = await timeOf(async () => (wrong = await runCalls(calls)));
const left = growth(before, await takeStock());
report(ROW, 'calls', calls);
report(ROW, 'seconds', took / 1000);
report(ROW, 'wrong results', wrong);
report(ROW, 'threads left', left.threads);
report(ROW, 'handles left', left.handles);
report(ROW, 'heap grew, MB', left.heap);
report(ROW, 'other memory grew, MB', left.outside);
const isWell = wrong === 0 && left.threads <= 0 && left.handles <= 0 && left.heap < 10 && left.outside < 10;
process.exit(isWell ? 0 : 1);
