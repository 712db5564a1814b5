'use strict';
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;
  return sum;
}
/** @param {IterableIterator<number>} steps */
function collect(steps) {
  const out = [];
  for (const at of steps) {
    console.log('at', at);
    out.push(heavy(at));
  }
  return out;
}
/** @param {IterableIterator<number>} steps */
function untilLarge(steps) {
  const out = [];
  for (const at of steps) {
    if (at > 1) break;
    out.push(heavy(at));
  }
  return [out, [...steps]];
}
function* noisy(n) {
  for (let at = 0; at < n; at++) {
    console.log('pull', at);
    yield at;
  }
}
exports.run = () => ({ items: [], outcome: [collect(noisy(4)), untilLarge([0, 1, 2, 3].values())] });
