import { heavy } from './heavy.mjs';
export function run() {
  const q = [1, 2];
  const out = [];
  for (const x of q) {
    const h = heavy(x);
    out.push(h);
    if (q.length < 8) q.push(h % 7);
  }
  return out;
}
