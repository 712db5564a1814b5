'use strict';

const {
  mapSync,
  range,
  flatMapSync,
  imapSync,
  inStep,
  filterSync,
  someSync,
  everySync,
  findSync,
  findIndexSync,
  present,
} = require('doall/runtime');
const {
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
} = require('./matrix-cjs.worker.cjs');

function forMap(n) {
  const out = mapSync(computeOut, range(0, n));
  return out;
}

function forFlatMap(n) {
  const out = flatMapSync(computeOutInForFlatMap, range(0, n));
  return out;
}

function forFission(n) {
  let best = -1;
  for (const value of imapSync(computeBest, range(0, n))) {
    if (value > best) best = value;
  }
  return best;
}

function forSearch(n) {
  for (const [i, value2] of imapSync(computeValue, range(0, n), undefined, { withItems: true })) {
    if (value2) return i;
  }
  return -1;
}

function forRows(width, height) {
  const image = new Float64Array(width * height);
  for (const [y, row] of imapSync(computeRow, range(0, height), { width }, { withItems: true })) {
    for (let x = 0; x < width; x++) image[y * width + x] = row[x];
  }
  return image;
}

function forOfMap(values) {
  const out = mapSync(computeOutInForOfMap, inStep(values));
  return out;
}

function forOfFlatMap(values) {
  const out = flatMapSync(computeOutInForOfFlatMap, inStep(values));
  return out;
}

function forOfFission(values) {
  let sum = 0;
  for (const value2 of imapSync(computeValueInForOfFission, inStep(values))) {
    sum += value2;
  }
  return sum;
}

function forOfSearch(values) {
  for (const [value, value2] of imapSync(computeValueInForOfSearch, inStep(values), undefined, {
    withItems: true,
  })) {
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
  const seen = new Map();
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
