import { heavy } from './heavy.mjs';
export function run() {
  const a = { n: 1 };
  const out = [];
  for (const x of [a, a]) {
    out.push(heavy(x.n));
    a.n++;
  }
  return out;
}
