// doall: tasks of ./head-declarations.mjs
import { task } from 'doall/runtime';

// What the head of a `for` declares beside its index, and the remainder goes on using, is declared before the loop.
export function heavy(x, k) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j * k);
  return sum;
}

export const computeValue = task(import.meta.url, 'computeValue', (i, { xs, n }) => heavy(xs[i], 2) / n);

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (i, { xs, n }) =>
  heavy(xs[i], n),
);

export const computeFound = task(import.meta.url, 'computeFound', (i, { xs }) => heavy(xs[i], 3));

export const computeValueInClashing = task(
  import.meta.url,
  'computeValueInClashing',
  (i, { xs, n }) => heavy(xs[i], 2) / n,
);

export const computeHeavyValueInOnlyBranch = task(
  import.meta.url,
  'computeHeavyValueInOnlyBranch',
  (i, { xs }) => heavy(xs[i], 2),
);

export const computeHeavyValueTask = task(import.meta.url, 'computeHeavyValueTask', (i, { xs }) =>
  heavy(xs[i], 5),
);

export const computeHeavyValueInUsedAfterwards = task(
  import.meta.url,
  'computeHeavyValueInUsedAfterwards',
  (i, { xs }) => heavy(xs[i], 2),
);

export const computeOut = task(import.meta.url, 'computeOut', (i, { xs }) => heavy(xs[i], 1));
