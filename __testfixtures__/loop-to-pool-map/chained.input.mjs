// Calls in a chain: the items of one are the results of another.
function heavy(x) {
  let sum = 0;
  for (let j = 0; j < 20000; j++) sum += Math.sqrt(x + j);
  return sum;
}

/** @param {number[]} xs */
function chain(xs) {
  return xs
    .map((x) => `${heavy(x)}
      of ${x}`)
    .filter((text) => heavy(text.length) > 10)
    .map((text) => text.length + heavy(text.length));
}

/** @param {number[]} xs */
function looped(xs) {
  let total = 0;
  for (const y of xs.map((x) => heavy(x))) {
    total += heavy(y);
  }
  return total;
}

export function main() {
  const numbers = [4, 8, 15, 16, 23, 42];
  console.log(chain(numbers), looped(numbers));
  console.log(chain([]), looped([1]));
}
