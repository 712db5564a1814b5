"use strict";

const { inspect } = require("node:util");
const { mapSync, inStep } = require("doall/runtime");
const { computeResult } = require("./worked-example-cjs.worker.cjs");

function combine(pairs, k) {
  const results = mapSync(computeResult, inStep(pairs), { k });
  return results;
}

exports.main = function main() {
  const pairs = [];
  for (let i = 0; i < 20; i++) pairs.push([i, 100 + i]);
  console.log(inspect(combine(pairs, 100)));
};
