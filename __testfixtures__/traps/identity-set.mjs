import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const seen = new Set([items[1]]);
  const out = [];
  for (const x of items) {
    out.push(seen.has(x) ? heavy(x.n) : -heavy(x.n));
  }
  return out;
}
