'use strict';
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;
  return sum;
}
function one(items) {
  const slots = [];
  let next = 0;
  for (const x of items) {
    const filled = [heavy(next) + x];
    slots[next++] = filled;
  }
  return slots;
}
function two(items) {
  const out = [];
  let next = 0;
  for (const x of items) {
    out.push(heavy(next) + x);
    next += 2;
  }
  return out;
}
exports.run = () => ({ items: [], outcome: [one([1, 2, 3, 4]), two([1, 2, 3, 4])] });
