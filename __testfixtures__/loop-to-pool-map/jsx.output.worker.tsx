// doall: tasks of ./jsx.tsx
import { task } from 'doall/runtime';

function work(n: number): number {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeWorkValue = task(import.meta.url, 'computeWorkValue', (point: number) => work(point));
