import { heavy } from './heavy.mjs';
export function run() {
  const o = new Uint8Array(4);
  const p = new Uint8ClampedArray(4);
  for (let i = 0; i < 4; i++) {
    o[i] = heavy(i);
    p[i] = heavy(i) - 500000;
  }
  return [o, p];
}
