// The worked example as a script: it runs when it is loaded.

function range(start, end) {
  return Array.from({ length: end - start }, (_, i) => start + i);
}

function* zip(...lists) {
  const length = Math.min(...lists.map((list) => list.length));
  for (let i = 0; i < length; i++) yield lists.map((list) => list[i]);
}

function heavy(n) {
  let x = n + 1;
  for (let i = 0; i < 20000; i++) x = (x * 1103515245 + 12345) % 2147483648;
  return x;
}

const avalues = range(0, 20);
const bvalues = range(100, 120);
const k = 100;

const results = [];
for (const [a, b] of zip(avalues, bvalues)) {
  results.push((heavy(a) + b) * k);
}
console.log(results);
