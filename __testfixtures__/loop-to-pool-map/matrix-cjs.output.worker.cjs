// doall: tasks of ./matrix-cjs.cjs
'use strict';

const { task } = require('doall/runtime');

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

exports.computeOut = task(__filename, 'computeOut', (i) => heavy(i));

exports.computeOutInForFlatMap = task(__filename, 'computeOutInForFlatMap', (i) => {
  const out = [];
  const value = heavy(i);
  if (value % 2 === 0) out.push(value);
  return out;
});

exports.computeBest = task(__filename, 'computeBest', (i) => heavy(i));

exports.computeValue = task(__filename, 'computeValue', (i) => {
  return heavy(i) % 7 === 0;
});

exports.computeRow = task(__filename, 'computeRow', (y, { width }) => {
  const row = [];
  for (let x = 0; x < width; x++) row.push(heavy(x * y));
  return row;
});

exports.computeOutInForOfMap = task(__filename, 'computeOutInForOfMap', (value) => heavy(value));

exports.computeOutInForOfFlatMap = task(__filename, 'computeOutInForOfFlatMap', (value) => {
  const out = [];
  const result = heavy(value);
  if (result % 2 === 0) out.push(result);
  return out;
});

exports.computeValueInForOfFission = task(
  __filename,
  'computeValueInForOfFission',
  (value) => heavy(value) / 3,
);

exports.computeValueInForOfSearch = task(__filename, 'computeValueInForOfSearch', (value) => {
  return heavy(value) % 7 === 0;
});

exports.computeMapped = task(__filename, 'computeMapped', (value) => heavy(value));

exports.isKeptValue = task(__filename, 'isKeptValue', (value) => heavy(value) % 2 === 0);

exports.computeFlat = task(__filename, 'computeFlat', (value) => (value > 3 ? [heavy(value), 1] : []));

exports.isMatchingValue = task(__filename, 'isMatchingValue', (value) => heavy(value) % 7 === 0);

exports.isMatchingValueInMethods = task(__filename, 'isMatchingValueInMethods', (value) => heavy(value) > 0);

exports.isMatchingValueTask = task(__filename, 'isMatchingValueTask', (value) => heavy(value) % 5 === 0);

exports.isMatchingValue2 = task(__filename, 'isMatchingValue2', (value) => heavy(value) % 5 === 0);

exports.computeFilled = task(__filename, 'computeFilled', (i) => heavy(i));

exports.computeHeavyValue = task(__filename, 'computeHeavyValue', (value) => heavy(value));
