'use strict';
class Vector {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  get length() {
    return Math.hypot(this.x, this.y);
  }
  plus(other) {
    return new Vector(this.x + other.x, this.y + other.y);
  }
  scaledBy(by) {
    return new this.constructor(this.x * by, this.y * by);
  }
  grow() {
    this.x += 1;
    return this.x;
  }
  static of(x) {
    return new Vector(x, x + 1);
  }
  toString() {
    return 'v' + this.x;
  }
}
function heavy(x) {
  let sum = 0;
  for (let n = 0; n < 7; n++) sum = (sum * 31 + x * n) % 1009;
  return sum;
}
const main = (items, k, weights, config, origin) => {
const out = [];
  const lookupMap = new Map([[1, 2], [3, 4]]);
  let low = 0;
  let high = 1;
  const remembered = new Map();
  const laps = [];
let result;
for (const lap of [1, 2]) {
for (const [key, value] of Object.entries({ a: 1, b: 2, c: 3 })) {
const key1 = [[...lookupMap.values()].length, ((lookupMap.get(low) ?? 5) * heavy(lap))].map((n) => n * 2)[1];
if (!remembered.has(key1)) remembered.set(key1, heavy(key1));
out.push(remembered.get(key1));
}
laps.push(heavy(lap));
}
return { out, result, k, weights, config, origin, lookupMap, low, remembered, laps };
};
function run() {
  const items = [3, 1, 4, 1, 5, 9];
  let outcome;
  try {
    outcome = main(items, 4, [2, 3, 5], { k: 2 }, new Vector(1, 2));
  } catch (error) {
    outcome = error;
  }
  return { items, outcome };
}
module.exports = { run, main };
