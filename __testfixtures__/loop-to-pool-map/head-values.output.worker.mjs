// doall: tasks of ./head-values.mjs
import { task } from 'doall/runtime';

// What the head of a `for` declares beside its index, and nothing changes, goes with the call.
function heavy(x, k) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j * k);
  return sum;
}

export const computeOut = task(import.meta.url, 'computeOut', (i, { xs, n }) => heavy(xs[i], n));

export const computeSum = task(import.meta.url, 'computeSum', (i, { xs }) => heavy(xs[i], xs[i + 1]));

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (i, { xs, k }) =>
  heavy(xs[i], k * k),
);

export const computeTotal = task(import.meta.url, 'computeTotal', (i, { xs, n }) => heavy(xs[i], 2) / n);
