// doall: tasks of ./common.cjs
'use strict';

const { task } = require('doall/runtime');

function heavy(x) {
  let h = x;
  for (let i = 0; i < 200_000; i++) h = (h * 31 + i) % 65521;
  return h;
}

exports.computeHeavy = task(__filename, 'computeHeavy', (text) => heavy(Number(text)));
