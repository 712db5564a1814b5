// What the head of a `for` declares beside its index, and nothing changes, goes with the call.
function heavy(x, k) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j * k);
  return sum;
}

function snapshot(xs) {
  const out = [];
  for (let i = 0, n = xs.length; i < n; i++) {
    out.push(heavy(xs[i], n));
  }
  return out;
}

function pairs(xs) {
  const sums = [];
  for (let i = 0, last = xs.length - 1; i < last; i++) {
    sums.push(heavy(xs[i], xs[i + 1]));
  }
  return sums;
}

function scaled(xs) {
  let total = 0;
  for (let i = 0, n = xs.length, k = -3; i <= n - 1; i++) {
    total += heavy(xs[i], k * k);
  }
  return total;
}

/** The mean needs `n` in the remainder, too. */
function mean(xs) {
  let total = 0;
  for (let i = 0, n = xs.length; i < n; i++) {
    total += heavy(xs[i], 2) / n;
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
