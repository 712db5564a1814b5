// doall: tasks of ./worked-example-ts.ts
import { task } from 'doall/runtime';
import type { Pair } from './worked-example-ts.js';

function heavy(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeResult = task(
  import.meta.url,
  'computeResult',
  ([a, b]: Pair, { k }: { k: number }): number => (heavy(a) + b) * k,
);
