// doall: tasks of ./typed-forms-await.mts
import { task } from 'doall/runtime';

export function work(n: number, rounds: number): number {
  let x = n + 1;
  for (let i = 0; i < rounds; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeWorkValue = task(
  import.meta.url,
  'computeWorkValue',
  (n: number, { rounds }: { rounds: number }) => work(n, rounds),
);
