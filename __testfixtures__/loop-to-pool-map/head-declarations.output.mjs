import { imapSync, range, mapSync } from 'doall/runtime';
import {
  computeValue,
  computeHeavyValue,
  computeFound,
  computeValueInClashing,
  computeHeavyValueInOnlyBranch,
  computeHeavyValueTask,
  computeHeavyValueInUsedAfterwards,
  computeOut,
  heavy,
} from './head-declarations.worker.mjs';

function mean(xs) {
  let total = 0;
  const n = xs.length;
  for (const value2 of imapSync(computeValue, range(0, n), { xs, n })) {
    total += value2;
    if (total > n * 1e9) throw new RangeError(`more than ${n}`);
  }
  return total;
}

function running(xs) {
  const sums = [];
  const n = xs.length;
  let sum = 0;
  for (const heavyValue of imapSync(computeHeavyValue, range(0, n), { xs, n })) {
    sum += heavyValue;
    sums.push(sum);
  }
  return sums;
}

function fromTheEnd(xs) {
  const found = [];
  const last = xs.length - 1;
  search: for (const value of imapSync(computeFound, range(last, -1, -1), { xs })) {
    for (const bound of [1, 1e3, 1e6]) {
      if (value > bound * last) continue search;
      if (value < 0) break search;
    }
    found.push(value - last);
  }
  return found;
}

/** The name means something else beside the loop. */
function clashing(xs, n) {
  let total = n;
  {
    const n = xs.length;
    for (const value2 of imapSync(computeValueInClashing, range(0, n), { xs, n })) {
      total += value2;
      if (total > n * 1e9) break;
    }
  }
  return total + n;
}

function onlyBranch(xs) {
  let total = 0;
  if (xs.length > 2) {
    const n = xs.length;
    for (const heavyValue of imapSync(computeHeavyValueInOnlyBranch, range(0, n), { xs })) {
      total += heavyValue;
      if (total > n * 1e9) break;
    }
  } else {
    var m = xs.length;
    for (const heavyValue of imapSync(computeHeavyValueTask, range(0, m), { xs })) {
      total += heavyValue;
      if (total > m * 1e9) break;
    }
  }
  return total;
}

function usedAfterwards(xs) {
  let total = 0;
  var n = xs.length;
  for (const heavyValue of imapSync(computeHeavyValueInUsedAfterwards, range(0, n), { xs })) {
    total += heavyValue;
  }
  return total / n;
}

/** Effects of the head stay, used or not. */
function logged(xs) {
  const started = console.log('starts', xs.length);
  const out = mapSync(computeOut, range(0, xs.length), { xs });
  return out;
}

/** Each iteration has its own `step`, which the function keeps: left alone. */
function kept(xs) {
  const readers = [];
  for (let i = 0, step = 1; i < xs.length; i++) {
    const value = heavy(xs[i], 2);
    step += value > 10 ? 1 : 2;
    readers.push(() => step + value);
  }
  return readers.map((read) => read());
}

export function main() {
  const numbers = [4, 8, 15, 16, 23, 42];
  console.log(mean(numbers), running(numbers), fromTheEnd(numbers), clashing(numbers, 7));
  console.log(onlyBranch(numbers), onlyBranch([1]), usedAfterwards(numbers), logged(numbers), kept(numbers));
  for (const use of [mean, running, usedAfterwards]) {
    try {
      console.log(use(undefined));
    } catch (error) {
      console.log(error.message);
    }
  }
}
