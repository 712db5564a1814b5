import { mapSync, range, imapSync } from 'doall/runtime';
import { computeOut, computeSum, computeHeavyValue, computeTotal } from './head-values.worker.mjs';

function snapshot(xs) {
  const out = mapSync(computeOut, range(0, xs.length), { xs, n: xs.length });
  return out;
}

function pairs(xs) {
  const sums = mapSync(computeSum, range(0, xs.length - 1), { xs });
  return sums;
}

function scaled(xs) {
  let total = 0;
  for (const heavyValue of imapSync(computeHeavyValue, range(0, Math.floor(xs.length - 1) + 1), {
    xs,
    k: -3,
  })) {
    total += heavyValue;
  }
  return total;
}

/** The mean needs `n` in the remainder, too. */
function mean(xs) {
  let total = 0;
  const n = xs.length;
  for (const value of imapSync(computeTotal, range(0, n), { xs, n })) {
    total += value;
    if (total > n * 1e9) throw new RangeError(`more than ${n}`);
  }
  return total;
}

export function main() {
  const numbers = [4, 8, 15, 16, 23, 42];
  console.log(snapshot(numbers), pairs(numbers), scaled(numbers), mean(numbers));
  try {
    console.log(snapshot(undefined));
  } catch (error) {
    console.log(error.message);
  }
}
