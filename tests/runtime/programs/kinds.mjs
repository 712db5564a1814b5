// Whether V8 keeps lists of numbers as such: those that calls went over, beside others, that were sent, and that came back.
import { imapSync, mapSync } from 'doall/runtime';
import { echo, thread } from './tasks.mjs';

// A native function of V8 (--allow-natives-syntax), which parsers of plain JavaScript don't know.
const isOfNumbers = new Function('list', 'return %HasDoubleElements(list)');
const length = 20_000;
const objects = Array.from({ length }, (_, id) => ({ id }));
const items = Array.from({ length }, () => Math.random());
const rows = Array.from({ length: 400 }, () => Array.from({ length: 400 }, () => Math.random()));

for (let round = 0; round < 5; round++) {
  for (const list of [objects, items]) {
    mapSync(echo, list, { burn: 0 });
    for (const result of imapSync(echo, list, { burn: 0 })) if (result === undefined) throw new Error('lost');
  }
}
mapSync(thread, items.slice(0, 40), { rows, labels: ['a', 'b'] }, { force: true });
const results = mapSync(echo, rows, { burn: 0 }, { force: true });
console.log(
  isOfNumbers(items),
  rows.every((row) => isOfNumbers(row)),
  isOfNumbers(mapSync(echo, items, { burn: 0 })),
  results.every((row) => isOfNumbers(row)),
);
