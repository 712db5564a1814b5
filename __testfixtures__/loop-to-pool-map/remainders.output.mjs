import { imapSync, range } from 'doall/runtime';
import {
  computeValue2,
  computeValue2InMain,
  computeValue2Task,
  computeValue,
  heavy,
} from './remainders.worker.mjs';

export function main() {
  const items = Array.from({ length: 12 }, (_, i) => ({ id: i, group: i % 3 }));

  let sum = 0;
  for (const value2 of imapSync(computeValue2, items)) {
    sum += value2;
  }
  console.log(sum);

  const byId = new Map();
  for (const item of items) {
    byId.set(item.id, heavy(item.group));
  }
  console.log(byId);

  const groups = {};
  items.forEach((item) => {
    const value = heavy(item.id) % 10;
    if (value === 3) return;
    groups[item.group] = (groups[item.group] ?? 0) + value;
  });
  console.log(groups);

  const stored = new Array(items.length);
  for (const [i, value2] of imapSync(
    computeValue2InMain,
    range(0, items.length),
    { items },
    { withItems: true },
  )) {
    stored[i] = value2;
  }
  console.log(stored);

  const pairs = [];
  for (const [[i, item], value2] of imapSync(computeValue2Task, items.entries(), undefined, {
    withItems: true,
  })) {
    pairs.push({ item, score: value2 });
  }
  console.log(pairs[4].item === items[4], pairs.length, pairs[4].score);

  for (const [item, value] of imapSync(computeValue, items, undefined, { withItems: true })) {
    console.log('item', item.id, value);
    if (value % 5 === 4) break;
  }
}
