// doall: tasks of ./holes-and-indices.mjs
import { task } from 'doall/runtime';

function heavy(x) {
  let total = 0;
  for (let n = 0; n < 20000; n++) total = (total * 31 + x * n) % 1009;
  return total;
}

export const isKeptX = task(import.meta.url, 'isKeptX', ([i, x]) => (heavy(x) + i) % 2 === 1);

export const isMatchingX = task(import.meta.url, 'isMatchingX', ([i, x]) => heavy(x) > 500 && i > 3);

export const computeResult = task(import.meta.url, 'computeResult', ([i, x]) => [heavy(x), i]);
