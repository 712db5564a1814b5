import { heavy } from './heavy.mjs';
const f = (x) => heavy(x);
export function run() {
  for (const x of [1, 2, 3]) {
    const v = f(x);
    if (v % 3 === 0) return [x, v];
  }
  return 'none';
}
