import { heavy } from './heavy.mjs';
export function run() {
  let lo = Infinity,
    hi = -Infinity,
    at = -1;
  for (let i = 0; i < 6; i++) {
    const h = heavy(i);
    if (h < lo) lo = h;
    if (h >= hi) {
      hi = h;
      at = i;
    }
  }
  return [lo, hi, at];
}
