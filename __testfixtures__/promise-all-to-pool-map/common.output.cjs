'use strict';

const { map } = require('doall/runtime');
const { computeHeavy } = require('./common.worker.cjs');

/** Not async itself: what it gives is a promise all the same. */
function hashAll(texts) {
  return map(computeHeavy, [...texts]);
}

exports.main = async () => {
  const hashes = hashAll(['1', '2']);
  console.log('first');
  console.log(await hashes);
};
