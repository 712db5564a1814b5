import { heavy } from './heavy.mjs';
export function run() {
  let best = null,
    bs = -1;
  const items = [{ n: 1 }, { n: 5 }, { n: 3 }];
  for (const it of items) {
    const s = heavy(it.n);
    if (s > bs) {
      bs = s;
      best = it;
    }
  }
  return [best === items.find((i) => heavy(i.n) === bs), bs];
}
