import { heavy } from './heavy.mjs';
export function run() {
  const shared = { z: 1 };
  const items = [
    { s: shared, n: 1 },
    { s: shared, n: 2 },
  ];
  const out = items.map((it) => ({ n: heavy(it.n), s: it.s }));
  return [out[0].s === out[1].s, out[0].s === shared];
}
