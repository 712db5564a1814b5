import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }];
  const out = items.map((x) => ({ item: x, s: heavy(x.n) }));
  return out.every((o, i) => o.item === items[i]);
}
