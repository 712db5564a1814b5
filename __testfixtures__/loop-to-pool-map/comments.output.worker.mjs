// doall: tasks of ./comments.mjs
import { task } from 'doall/runtime';

// Each comment of a loop has a place in what is written.
function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

export const computePlain = task(import.meta.url, 'computePlain', (n) => heavy(n));

// behind the row
export const computeRow = task(import.meta.url, 'computeRow', (n) => heavy(n));

export const computeStep = task(import.meta.url, 'computeStep', (n) => {
  // in two steps
  // first

  // the first step
  const half = heavy(n) / 2; // half
  /* then */
  return half * 2; // the second step
  // no third
});

export const computePair = task(import.meta.url, 'computePair', (n) => {
  const pairs = [];
  // even ones
  if (n % 2 === 0) pairs.push(heavy(n)); // once
  // all
  pairs.push(heavy(-n));
  // TODO: the odd ones once more
  return pairs;
});

// the heavy part
// of one number
export const computeSum = task(import.meta.url, 'computeSum', (n) => heavy(n));

/* the value */
export const computeBest = task(import.meta.url, 'computeBest', (n) => {
  if (n === 2) return undefined;
  return heavy(n /* itself */); /* said twice */ // that is
});

export const computeMapped = task(import.meta.url, 'computeMapped', (n) => {
  // each number
  // is doubled
  const twice = n * 2;
  return heavy(twice); // at last
  // end of the callback
});

export const computeShort = task(import.meta.url, 'computeShort', (n) => heavy(n));

export const computeHeavyValue = task(import.meta.url, 'computeHeavyValue', (n) => heavy(n));

export const isKeptN = task(import.meta.url, 'isKeptN', (n) => {
  // odd ones
  return heavy(n) % 2 === 1;
});

export const computeRowInCells = task(import.meta.url, 'computeRowInCells', (i, { n }) => {
  const row = [];
  for (let j = 0; j < n; j++) {
    row.push(heavy(i * n + j));
  }
  return row;
});
