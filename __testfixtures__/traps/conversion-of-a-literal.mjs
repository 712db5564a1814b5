import { heavy } from './heavy.mjs';
// Making a string of an object of the enclosing function runs its toString, in order.
export function run() {
  const counting = {
    n: 0,
    toString() {
      this.n += 1;
      return `c${this.n} `;
    },
  };
  const out = [];
  for (const x of [1, 2, 3, 4]) {
    for (let j = 0; j < 3; j++) out.push(`${counting}` + heavy(x + j));
  }
  return out;
}
