import { heavy } from './heavy.mjs';
export function run() {
  const a = new Float64Array(16).fill(2);
  const b = a.subarray(1);
  for (let i = 0; i < 8; i++) {
    b[i] = heavy(a[i]);
  }
  return [...a];
}
