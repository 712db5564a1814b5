// doall: tasks of ./remainders.mjs
import { task } from 'doall/runtime';

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeValue = task(import.meta.url, 'computeValue', (item) => heavy(item.id) / 7);

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (item) => heavy(item.group));

export const computeGroup = task(import.meta.url, 'computeGroup', (item) => heavy(item.id) % 10);

export const computeHeavyValueInMain = task(import.meta.url, 'computeHeavyValueInMain', (i, { items }) =>
  heavy(items[i].id),
);

export const computeHeavyValueTask = task(import.meta.url, 'computeHeavyValueTask', ([i]) => heavy(i));

export const computeValueInMain = task(import.meta.url, 'computeValueInMain', (item) => heavy(item.id));
