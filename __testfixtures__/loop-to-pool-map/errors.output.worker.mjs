// doall: tasks of ./errors.mjs
import { task } from 'doall/runtime';

function check(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  if (n === 7) throw new RangeError(`no ${n}`);
  return x;
}

export const computeCheckValue = task(import.meta.url, 'computeCheckValue', (n) => check(n));
