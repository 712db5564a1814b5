import { heavy } from './heavy.mjs';
export function run() {
  const xs = [{ n: 1 }, { n: 2 }, { n: 3 }];
  for (let i = 0; i < xs.length; i++) {
    const h = heavy(xs[i].n);
    xs[i] = { n: h, prev: i > 0 ? xs[i - 1].n : 0 };
  }
  return xs;
}
