import { heavy } from './heavy.mjs';
export function run() {
  const xs = [1, 2, 3];
  for (let i = 0; i < xs.length; i++) {
    const h = heavy(xs[i]);
    xs[(i + 1) % 3] += h;
  }
  return xs;
}
