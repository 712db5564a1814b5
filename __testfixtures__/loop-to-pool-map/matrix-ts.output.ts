import {
  mapSync,
  range,
  flatMapSync,
  imapSync,
  filterSync,
  someSync,
  everySync,
  findSync,
  findIndexSync,
  present,
} from 'doall/runtime';
import {
  computeOut,
  computeOutInForFlatMap,
  computeBest,
  computeValue,
  computeRow,
  computeOutInForOfMap,
  computeOutInForOfFlatMap,
  computeValueInForOfFission,
  computeValueInForOfSearch,
  computeMapped,
  isKeptValue,
  computeFlat,
  isMatchingValue,
  isMatchingValueInMethods,
  isMatchingValueTask,
  isMatchingValue2,
  computeFilled,
  computeHeavyValue,
} from './matrix-ts.worker.js';

function forMap(n: number): number[] {
  const out: number[] = mapSync(computeOut, range(0, n));
  return out;
}

function forFlatMap(n: number): number[] {
  const out: number[] = flatMapSync(computeOutInForFlatMap, range(0, n));
  return out;
}

function forFission(n: number): number {
  let best = -1;
  for (const value of imapSync(computeBest, range(0, n))) {
    if (value > best) best = value;
  }
  return best;
}

function forSearch(n: number): number {
  for (const [i, value2] of imapSync(computeValue, range(0, n), undefined, { withItems: true })) {
    if (value2) return i;
  }
  return -1;
}

function forRows(width: number, height: number): Float64Array {
  const image = new Float64Array(width * height);
  for (const [y, row] of imapSync(computeRow, range(0, height), { width }, { withItems: true })) {
    for (let x = 0; x < width; x++) image[y * width + x] = row[x]!;
  }
  return image;
}

function forOfMap(values: number[]): number[] {
  const out: number[] = mapSync(computeOutInForOfMap, [...values]);
  return out;
}

function forOfFlatMap(values: number[]): number[] {
  const out: number[] = flatMapSync(computeOutInForOfFlatMap, [...values]);
  return out;
}

function forOfFission(values: number[]): number {
  let sum = 0;
  for (const value2 of imapSync(computeValueInForOfFission, values)) {
    sum += value2;
  }
  return sum;
}

function forOfSearch(values: number[]): number {
  for (const [value, value2] of imapSync(computeValueInForOfSearch, values, undefined, { withItems: true })) {
    if (value2) return value;
  }
  return -1;
}

function methods() {
  const values = [1, 2, 3, 4, 5, 6, 7, 8];
  const mapped = mapSync(computeMapped, values);
  const kept = filterSync(isKeptValue, values);
  const flat = flatMapSync(computeFlat, values);
  const some = someSync(isMatchingValue, values);
  const every = everySync(isMatchingValueInMethods, values);
  const found = findSync(isMatchingValueTask, values);
  const index = findIndexSync(isMatchingValue2, values);
  const filled = mapSync(computeFilled, range(0, values.length));
  return { mapped, kept, flat, some, every, found, index, filled };
}

function each() {
  const values = [8, 7, 6, 5];
  const seen = new Map<number, number>();
  for (const [value, heavyValue] of imapSync(computeHeavyValue, present(values), undefined, {
    withItems: true,
  })) {
    seen.set(value, heavyValue);
  }
  return [...seen];
}

const values = [1, 2, 3, 4, 5, 6, 7, 8];
console.log(JSON.stringify([forMap(8), forFlatMap(8), forFission(8), forSearch(30), [...forRows(4, 3)]]));
console.log(JSON.stringify([forOfMap(values), forOfFlatMap(values), forOfFission(values), forOfSearch(values)]));
console.log(JSON.stringify([methods(), each()]));
