import { filterSync, present, enumerate, someSync, flatMapSync } from 'doall/runtime';
import { isKeptX, isMatchingX, computeResult } from './holes-and-indices.worker.mjs';

/** @param {number[]} items */
export function odd(items) {
  return filterSync(isKeptX, enumerate(present(items))).map(([, item]) => item);
}

/** @param {number[]} items */
export function isLate(items) {
  return someSync(isMatchingX, enumerate(present(items)));
}

/** @param {number[]} items */
export function numbered(items) {
  return flatMapSync(computeResult, enumerate(present(items)));
}

export function main() {
  // eslint-disable-next-line no-sparse-arrays -- holes are the point: they are skipped, and count for the index
  const items = [5, , 6, undefined, 7, , 9];
  console.log(JSON.stringify([odd(items), isLate(items), numbered(items)]));
}
