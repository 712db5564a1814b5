import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const w = new Map(items.map((x, i) => [x, i]));
  return items.map((x) => heavy(x.n) + w.get(x));
}
