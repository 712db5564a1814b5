import { heavy } from './heavy.mjs';
export function run() {
  let a = [1, 2, 3],
    b = [0, 0, 0];
  for (let t = 0; t < 3; t++) {
    for (let i = 0; i < 3; i++) b[i] = heavy(a[i] + (a[i - 1] || 0));
    [a, b] = [b, a];
  }
  return [a, b];
}
