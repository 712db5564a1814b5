import { mapSync, filterSync, imapSync } from 'doall/runtime';
import {
  computeResult,
  isKeptText,
  computeResultInChain,
  computeHeavyValue,
  computeHeavy,
} from './chained.worker.mjs';

/** @param {number[]} xs */
function chain(xs) {
  return mapSync(computeResult, filterSync(isKeptText, mapSync(computeResultInChain, xs)));
}

/** @param {number[]} xs */
function looped(xs) {
  let total = 0;
  for (const heavyValue of imapSync(computeHeavyValue, mapSync(computeHeavy, xs))) {
    total += heavyValue;
  }
  return total;
}

export function main() {
  const numbers = [4, 8, 15, 16, 23, 42];
  console.log(chain(numbers), looped(numbers));
  console.log(chain([]), looped([1]));
}
