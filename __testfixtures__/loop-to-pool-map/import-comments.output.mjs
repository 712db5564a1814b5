// Above the imports.
// What one is worth.
// How far.
// Behind it.

import { mapSync } from 'doall/runtime';
import { computeOut } from './import-comments.worker.mjs';

export function run(values) {
  const out = mapSync(computeOut, [...values]);
  return out;
}

console.log(run([1, 2, 3]));
