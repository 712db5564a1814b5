import { heavy } from './heavy.mjs';
export function run() {
  const m = new Map([
    [1, 1],
    [2, 2],
  ]);
  let k = 0;
  const out = [];
  for (const [a, b] of m) {
    out.push(heavy(a));
    if (k++ < 3) m.set(a + 10, b);
  }
  return out;
}
