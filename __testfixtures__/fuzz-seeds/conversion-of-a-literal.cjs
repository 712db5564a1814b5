'use strict';
function one(items) {
  const counting = {
    n: 0,
    toString() {
      return 'c' + (this.n += 1);
    },
  };
  const out = [];
  for (const x of items) {
    for (let j = 0; j < 3; j++) out.push(`${counting}` + x);
  }
  return out;
}
exports.run = () => ({ items: [], outcome: one([1, 2, 3, 4]) });
