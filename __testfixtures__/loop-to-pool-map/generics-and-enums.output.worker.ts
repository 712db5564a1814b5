// doall: tasks of ./generics-and-enums.ts
import { task } from 'doall/runtime';
import { Level } from './generics-and-enums.js';
import type { Entry } from './generics-and-enums.js';

namespace Limits {
  export const most = 20000;
}

function rate<T extends Entry<number>>(entry: T): string {
  let x = entry.value % Limits.most;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return `${entry.key} is ${x % 2 === 0 ? Level.Low : Level.High}`;
}

export const computeRateValue = task(import.meta.url, 'computeRateValue', ({ key, value }: Entry<number>) =>
  rate({ key, value }),
);
