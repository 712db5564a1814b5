import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const out = items.filter((x) => heavy(x.n) % 2);
  return out.every((o) => items.includes(o));
}
