// Above the imports.
import {
  // What one is worth.
  weigh,
  limit, // How far.
} from './support/weigh.mjs'; // Behind it.

export function run(values) {
  const out = [];
  for (const value of [...values]) out.push(weigh(value) * limit);
  return out;
}

console.log(run([1, 2, 3]));
