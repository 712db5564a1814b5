// doall: tasks of ./nested-scopes.mjs
import { task } from 'doall/runtime';

export function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeValue = task(import.meta.url, 'computeValue', (round) => heavy(round));
