import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 9; i++) {
    const h = heavy(i);
    out.push(h);
    if (h % 2) i++;
  }
  return out;
}
