import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }];
  const w = new WeakMap(items.map((x, i) => [x, i]));
  return items.map((x) => heavy(x.n) + w.get(x));
}
