import { heavy } from './heavy.mjs';
export function run() {
  const o = { a: 1, b: 2 };
  const out = [];
  for (const k of Object.keys(o)) {
    out.push(k + heavy(o[k]));
    o.c = 3;
  }
  const a = [1, 2];
  for (const [i, x] of a.entries()) {
    out.push(heavy(x));
    if (a.length < 4) a.push(i);
  }
  return out;
}
