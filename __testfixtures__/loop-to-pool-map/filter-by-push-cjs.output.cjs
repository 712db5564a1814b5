'use strict';

const { filterSync, range } = require('doall/runtime');
const { isKeptItem, isKeptI } = require('./filter-by-push-cjs.worker.cjs');

/** @param {number[]} items */
function keep(items) {
  const kept = filterSync(isKeptItem, [...items]);
  return kept;
}

function indices(count) {
  const kept = filterSync(isKeptI, range(0, count));
  return kept;
}

exports.run = () => [keep([5, 3, 8, 1]), indices(12)];
console.log(JSON.stringify(exports.run()));
