// What the head of a `for` declares beside its index, and the remainder goes on using, is declared before the loop.
function heavy(x, k) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j * k);
  return sum;
}

function mean(xs) {
  let total = 0;
  for (let i = 0, n = xs.length; i < n; i++) {
    total += heavy(xs[i], 2) / n;
    if (total > n * 1e9) throw new RangeError(`more than ${n}`);
  }
  return total;
}

function running(xs) {
  const sums = [];
  for (let i = 0, n = xs.length, sum = 0; i < n; i++) {
    sum += heavy(xs[i], n);
    sums.push(sum);
  }
  return sums;
}

function fromTheEnd(xs) {
  const found = [];
  search: for (let last = xs.length - 1, i = last; i >= 0; i--) {
    const value = heavy(xs[i], 3);
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
  for (let i = 0, n = xs.length; i < n; i++) {
    total += heavy(xs[i], 2) / n;
    if (total > n * 1e9) break;
  }
  return total + n;
}

function onlyBranch(xs) {
  let total = 0;
  if (xs.length > 2)
    for (let i = 0, n = xs.length; i < n; i++) {
      total += heavy(xs[i], 2);
      if (total > n * 1e9) break;
    }
  else
    for (var i = 0, m = xs.length; i < m; i++) {
      total += heavy(xs[i], 5);
      if (total > m * 1e9) break;
    }
  return total;
}

function usedAfterwards(xs) {
  let total = 0;
  for (var i = 0, n = xs.length; i < n; i++) total += heavy(xs[i], 2);
  return total / n;
}

/** Effects of the head stay, used or not. */
function logged(xs) {
  const out = [];
  for (let i = 0, started = console.log('starts', xs.length); i < xs.length; i++) {
    out.push(heavy(xs[i], 1));
  }
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
