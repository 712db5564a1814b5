'use strict';
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;
  return sum;
}
function one(items) {
  const out = [];
  const steps = (function* () {
    for (let n = 0; n < 40; n++) yield n;
  })();
  for (const lap of [1, 2, 3]) {
    for (const x of items) {
      for (const at of steps) {
        out.push(heavy(at) + lap);
        if (x > 1) continue;
        break;
      }
    }
  }
  return out;
}
function* upTo(n) {
  for (let at = 0; at < n; at++) yield at;
}
function two(items) {
  const out = [];
  const steps = upTo(5);
  for (const x of items) out.push(heavy(Math.max(...steps, 0)) + x);
  return out;
}
exports.run = () => ({ items: [], outcome: [one([1, 2, 3, 4]), two([1, 2, 3])] });
