// doall: tasks of ./no-await-await.mjs
import { task } from 'doall/runtime';

// Where no `await` may stand, the loop takes the blocking form: defaults of parameters, class fields, static blocks; and where one
// would stand between the reading and the writing of what others may write meanwhile.
function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeHeavy = task(import.meta.url, 'computeHeavy', (n) => heavy(n));

export const computeHeavyTask = task(import.meta.url, 'computeHeavyTask', (n) => heavy(n + 1));

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (n) => heavy(n));

export const computeHeavyInSum = task(import.meta.url, 'computeHeavyInSum', (n) => heavy(n));

export const computeZs = task(import.meta.url, 'computeZs', (n) => heavy(n + 2));

export const computeHeavyInMake = task(import.meta.url, 'computeHeavyInMake', (n) => heavy(n));

export const computeHeavyInCount = task(import.meta.url, 'computeHeavyInCount', (n) => heavy(n + 3));

export const computeHeavy2 = task(import.meta.url, 'computeHeavy2', (n) => heavy(n + 4));
