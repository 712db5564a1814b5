function heavy(x) {
  let total = 0;
  for (let n = 0; n < 20000; n++) total = (total * 31 + x * n) % 1009;
  return total;
}

/** @param {number[]} items */
export function odd(items) {
  return items.filter((x, i) => (heavy(x) + i) % 2 === 1);
}

/** @param {number[]} items */
export function isLate(items) {
  return items.some((x, i) => heavy(x) > 500 && i > 3);
}

/** @param {number[]} items */
export function numbered(items) {
  return items.flatMap((x, i) => [heavy(x), i]);
}

export function main() {
  // eslint-disable-next-line no-sparse-arrays -- holes are the point: they are skipped, and count for the index
  const items = [5, , 6, undefined, 7, , 9];
  console.log(JSON.stringify([odd(items), isLate(items), numbered(items)]));
}
