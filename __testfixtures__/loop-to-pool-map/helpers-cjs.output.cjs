'use strict';

const { mapSync, inStep } = require('doall/runtime');
const { computeAll, table, scramble } = require('./helpers-cjs.worker.cjs');

function names(numbers) {
  const all = mapSync(computeAll, inStep(numbers));
  return all;
}

function main() {
  const first = scramble(1);
  console.log(names([1, 2, 3]), first, table.length);
}

module.exports = { main, scramble };
