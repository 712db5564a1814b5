import { heavy } from './heavy.mjs';
export function run(n = 4) {
  const out = new Array(n);
  for (let i = 0; i < n; i++) {
    if (heavy(i) % 2) out[i] = heavy(i);
  }
  return [out, 0 in out, out.length];
}
