import { heavy } from './heavy.mjs';
export function run() {
  const buf = new ArrayBuffer(64);
  const a = new Float64Array(buf);
  const b = new Float64Array(buf);
  a.fill(1);
  for (let i = 0; i < 7; i++) {
    b[i + 1] = heavy(a[i]);
  }
  return [...a];
}
