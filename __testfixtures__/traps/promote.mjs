import { heavy } from './heavy.mjs';
export function run() {
  const xs = [{ n: 1 }, { n: 2 }];
  const out = [];
  for (let i = 0; i < xs.length; i++) {
    const x = xs[i];
    out.push(heavy(x.n) + xs[i].n);
  }
  return out;
}
