// doall: tasks of ./reduce.ts
import { task } from 'doall/runtime';

function heavy(x: number): number {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + x * i) % 1009;
  return t;
}

function check(size: number): number {
  if (heavy(size) % 5 === 1) throw new RangeError(`${size}`);
  return heavy(size);
}

export const computeHeavyValue = task(
  import.meta.url,
  'computeHeavyValue',
  (size: number, { factor }: { factor: number }) => heavy(size * factor),
);

export const computeValue = task(import.meta.url, 'computeValue', ([index, size]: [number, number]) =>
  heavy(size + index),
);

export const computeScore = task(import.meta.url, 'computeScore', (size: number) => heavy(size));

export const computeValueTask = task(
  import.meta.url,
  'computeValueTask',
  (size: number) => `${size}: ${heavy(size)}`,
);

export const computeValue2 = task(
  import.meta.url,
  'computeValue2',
  ([index, size]: [number, number]) => heavy(size) * index,
);

export const computeChecked = task(import.meta.url, 'computeChecked', (size: number) => check(size));
