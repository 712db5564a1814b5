import { imapSync, present, range } from 'doall/runtime';
import {
  computeValue,
  computeHeavyValue,
  computeGroup,
  computeHeavyValueInMain,
  computeHeavyValueTask,
  computeValueInMain,
} from './remainders.worker.mjs';

export function main() {
  const items = Array.from({ length: 12 }, (_, i) => ({ id: i, group: i % 3 }));

  let sum = 0;
  for (const value2 of imapSync(computeValue, items)) {
    sum += value2;
  }
  console.log(sum);

  const byId = new Map();
  for (const [item, heavyValue] of imapSync(computeHeavyValue, items, undefined, { withItems: true })) {
    byId.set(item.id, heavyValue);
  }
  console.log(byId);

  const groups = {};
  for (const [item, value] of imapSync(computeGroup, present(items), undefined, { withItems: true })) {
    if (value === 3) continue;
    groups[item.group] = (groups[item.group] ?? 0) + value;
  }
  console.log(groups);

  const stored = new Array(items.length);
  for (const [i, heavyValue] of imapSync(
    computeHeavyValueInMain,
    range(0, items.length),
    { items },
    { withItems: true },
  )) {
    stored[i] = heavyValue;
  }
  console.log(stored);

  const pairs = [];
  for (const [[, item], heavyValue] of imapSync(computeHeavyValueTask, items.entries(), undefined, {
    withItems: true,
  })) {
    pairs.push({ item, score: heavyValue });
  }
  console.log(pairs[4].item === items[4], pairs.length, pairs[4].score);

  for (const [item, value] of imapSync(computeValueInMain, items, undefined, { withItems: true })) {
    console.log('item', item.id, value);
    if (value % 5 === 4) break;
  }
}
