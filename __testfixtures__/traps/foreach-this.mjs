import { heavy } from './heavy.mjs';
export function run() {
  const o = { k: 3, out: [] };
  [1, 2].forEach(function (x) {
    this.out.push(heavy(x) * this.k);
  }, o);
  return o;
}
