// The worked example as a script: it runs when it is loaded.

import { mapSync } from 'doall/runtime';
import { computeResult } from './worked-example.worker.mjs';

function range(start, end) {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function* zip(...lists) {
  const length = Math.min(...lists.map((list) => list.length));
  for (let i = 0; i < length; i++) yield lists.map((list) => list[i]);
}

const avalues = range(0, 20);
const bvalues = range(100, 120);
const k = 100;

const results = mapSync(computeResult, [...zip(avalues, bvalues)], { k });
console.log(results);
