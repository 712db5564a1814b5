// doall: tasks of ./worked-example-cjs.cjs
"use strict";

const { task } = require("doall/runtime");

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

exports.computeResult = task(__filename, "computeResult", ([a, b], { k }) => (heavy(a) + b) * k);
