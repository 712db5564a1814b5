// doall: tasks of ./filter-by-push-cjs.cjs
'use strict';

const { task } = require('doall/runtime');

function isHeavy(x) {
  let t = 0;
  for (let i = 0; i < 2e5; i++) t = (t * 31 + x * i) % 1009;
  return t % 3 === 0;
}

exports.isKeptItem = task(__filename, 'isKeptItem', (item) => isHeavy(item));

exports.isKeptI = task(__filename, 'isKeptI', (i) => {
  if (!isHeavy(i)) return false;
  return true;
});
