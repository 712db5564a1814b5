// doall: tasks of ./eslint-disabled.mjs
import { task } from 'doall/runtime';

// Loops that the linter is told to leave alone.
export function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (n) => heavy(n));

export const computeHeavyValueInMain = task(import.meta.url, 'computeHeavyValueInMain', (n) => heavy(n));
