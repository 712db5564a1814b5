"use strict";

const { inspect } = require("node:util");

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

function combine(pairs, k) {
  const results = [];
  for (const [a, b] of pairs) {
    results.push((heavy(a) + b) * k);
  }
  return results;
}

exports.main = function main() {
  const pairs = [];
  for (let i = 0; i < 20; i++) pairs.push([i, 100 + i]);
  console.log(inspect(combine(pairs, 100)));
};
