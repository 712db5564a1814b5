import { heavy } from './heavy.mjs';
export function run() {
  const w = [1, 2];
  const out = [];
  for (let i = 0; i < 4; i++) {
    out.push(heavy(w[i % 2]));
    if (i === 1) w[0] = 9;
  }
  return out;
}
