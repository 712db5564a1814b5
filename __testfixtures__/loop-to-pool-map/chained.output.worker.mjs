// doall: tasks of ./chained.mjs
import { task } from 'doall/runtime';

// Calls in a chain: the items of one are the results of another.
function heavy(x) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j);
  return sum;
}

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (text) => text.length + heavy(text.length),
);

export const isKeptText = task(import.meta.url, 'isKeptText', (text) => heavy(text.length) > 10);

export const computeResultInChain = task(import.meta.url, 'computeResultInChain', (x) => `${heavy(x)}
      of ${x}`);

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (y) => heavy(y));

export const computeHeavy = task(import.meta.url, 'computeHeavy', (x) => heavy(x));
