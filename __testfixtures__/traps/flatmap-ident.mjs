import { heavy } from './heavy.mjs';
export function run() {
  const items = [{ n: 1 }, { n: 2 }];
  const out = items.flatMap((x) => (heavy(x.n) > -1 ? [x, x] : []));
  return [out.length, out[0] === items[0]];
}
