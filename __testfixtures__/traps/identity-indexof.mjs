import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }, { n: 3 }];
  const out = [];
  for (const x of items) {
    out.push(items.indexOf(x) + heavy(x.n));
  }
  return out;
}
