// doall: tasks of ./async-await.mjs
import { task } from 'doall/runtime';

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeResult = task(import.meta.url, 'computeResult', (n) => heavy(n));

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (n) => heavy(n + 1));

export const computeHeavy = task(import.meta.url, 'computeHeavy', (n) => heavy(n));
