// doall: tasks of ./filter-by-push-types.ts
import { task } from 'doall/runtime';

function isHeavy(x: number): boolean {
  let t = 0;
  for (let i = 0; i < 2e5; i++) t = (t * 31 + x * i) % 1009;
  return t % 3 === 0;
}

export const computeKept = task(import.meta.url, 'computeKept', (item: number) => {
  const kept: number[] = [];
  if (isHeavy(item)) kept.push(item);
  return kept;
});

export const isKeptI = task(import.meta.url, 'isKeptI', (i: number) => {
  if (!isHeavy(i)) return false;
  return true;
});
