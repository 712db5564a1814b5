import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ p: { n: 1 } }, { p: { n: 2 } }];
  const out = [];
  for (const { p } of items) {
    out.push(heavy(p.n) > 0 ? p : null);
  }
  return out.every((o, i) => o === items[i].p);
}
