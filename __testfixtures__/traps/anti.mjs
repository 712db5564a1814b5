import { heavy } from './heavy.mjs';
export function run() {
  const a = [1, 2, 3, 4, 5];
  for (let i = 0; i < 4; i++) a[i] = heavy(a[i + 1]);
  return a;
}
