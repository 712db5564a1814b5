// doall: tasks of ./remainders.mjs
import { task } from 'doall/runtime';

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeValue2 = task(import.meta.url, 'computeValue2', (item) => heavy(item.id) / 7);

export const computeValue2InMain = task(import.meta.url, 'computeValue2InMain', (item) => heavy(item.group));

export const computeGroup = task(import.meta.url, 'computeGroup', (item) => heavy(item.id) % 10);

export const computeValue2Task = task(import.meta.url, 'computeValue2Task', (i, { items }) =>
  heavy(items[i].id),
);

export const computeValue2Task2 = task(import.meta.url, 'computeValue2Task2', ([i, item]) => heavy(i));

export const computeValue = task(import.meta.url, 'computeValue', (item) => heavy(item.id));
