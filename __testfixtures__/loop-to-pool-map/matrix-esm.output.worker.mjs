// doall: tasks of ./matrix-esm.mjs
import { task } from 'doall/runtime';

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computeOut = task(import.meta.url, 'computeOut', (i) => heavy(i));

export const computeOutInForFlatMap = task(import.meta.url, 'computeOutInForFlatMap', (i) => {
  const out = [];
  const value = heavy(i);
  if (value % 2 === 0) out.push(value);
  return out;
});

export const computeBest = task(import.meta.url, 'computeBest', (i) => heavy(i));

export const computeValue = task(import.meta.url, 'computeValue', (i) => {
  return heavy(i) % 7 === 0;
});

export const computeRow = task(import.meta.url, 'computeRow', (y, { width }) => {
  const row = [];
  for (let x = 0; x < width; x++) row.push(heavy(x * y));
  return row;
});

export const computeOutInForOfMap = task(import.meta.url, 'computeOutInForOfMap', (value) => heavy(value));

export const computeOutInForOfFlatMap = task(import.meta.url, 'computeOutInForOfFlatMap', (value) => {
  const out = [];
  const result = heavy(value);
  if (result % 2 === 0) out.push(result);
  return out;
});

export const computeValueInForOfFission = task(
  import.meta.url,
  'computeValueInForOfFission',
  (value) => heavy(value) / 3,
);

export const computeValueInForOfSearch = task(import.meta.url, 'computeValueInForOfSearch', (value) => {
  return heavy(value) % 7 === 0;
});

export const computeMapped = task(import.meta.url, 'computeMapped', (value) => heavy(value));

export const isKeptValue = task(import.meta.url, 'isKeptValue', (value) => heavy(value) % 2 === 0);

export const computeFlat = task(import.meta.url, 'computeFlat', (value) =>
  value > 3 ? [heavy(value), 1] : [],
);

export const isMatchingValue = task(import.meta.url, 'isMatchingValue', (value) => heavy(value) % 7 === 0);

export const isMatchingValueInMethods = task(
  import.meta.url,
  'isMatchingValueInMethods',
  (value) => heavy(value) > 0,
);

export const isMatchingValueTask = task(
  import.meta.url,
  'isMatchingValueTask',
  (value) => heavy(value) % 5 === 0,
);

export const isMatchingValue2 = task(import.meta.url, 'isMatchingValue2', (value) => heavy(value) % 5 === 0);

export const computeFilled = task(import.meta.url, 'computeFilled', (i) => heavy(i));

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (value) => heavy(value));
