'use strict';

function isHeavy(x) {
  let t = 0;
  for (let i = 0; i < 2e5; i++) t = (t * 31 + x * i) % 1009;
  return t % 3 === 0;
}

/** @param {number[]} items */
function keep(items) {
  const kept = [];
  for (const item of items) {
    if (isHeavy(item)) kept.push(item);
  }
  return kept;
}

function indices(count) {
  const kept = [];
  for (let i = 0; i < count; i++) {
    if (!isHeavy(i)) continue;
    kept.push(i);
  }
  return kept;
}

exports.run = () => [keep([5, 3, 8, 1]), indices(12)];
console.log(JSON.stringify(exports.run()));
