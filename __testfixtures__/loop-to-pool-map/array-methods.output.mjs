import {
  mapSync,
  filterSync,
  flatMapSync,
  someSync,
  everySync,
  findSync,
  findIndexSync,
  range,
} from 'doall/runtime';
import {
  computeResult,
  isKeptN,
  computeResultInMain,
  isMatchingN,
  isMatchingNInMain,
  isMatchingNTask,
  isMatchingN2,
  computeHeavy,
  heavy,
} from './array-methods.worker.mjs';

export function main() {
  const numbers = [3, 1, 4, 1, 5, 9, 2, 6];
  console.log(mapSync(computeResult, numbers));
  console.log(filterSync(isKeptN, numbers));
  console.log(flatMapSync(computeResultInMain, numbers));
  console.log(someSync(isMatchingN, numbers));
  console.log(everySync(isMatchingNInMain, numbers));
  console.log(findSync(isMatchingNTask, numbers));
  console.log(findIndexSync(isMatchingN2, numbers));
  console.log(numbers.map((n, i) => heavy(n) + i).reduce((a, b) => a + b, 0));
  console.log(mapSync(computeHeavy, range(0, 5)));
}
