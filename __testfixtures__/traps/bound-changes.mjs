import { heavy } from './heavy.mjs';
export function run() {
  let n = 6;
  const out = [];
  for (let i = 0; i < n; i++) {
    const h = heavy(i);
    out.push(h);
    if (h % 2) n--;
  }
  return out;
}
