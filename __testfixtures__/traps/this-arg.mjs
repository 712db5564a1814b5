import { heavy } from './heavy.mjs';
export function run() {
  const ctx = { k: 3 };
  return [1, 2, 3].map(function (x) {
    return heavy(x) * this.k;
  }, ctx);
}
