import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }];
  const out = items.map((x) => (heavy(x.n) > -1 ? x : null));
  return out.every((o, i) => o === items[i]);
}
