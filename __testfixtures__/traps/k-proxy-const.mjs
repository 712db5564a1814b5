import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  const p = new Proxy(
    { a: { n: 1 } },
    {
      get(t, k) {
        log.push(k);
        return t[k];
      },
    },
  );
  const out = [];
  for (let i = 0; i < 2; i++) out.push(heavy(p.a.n + i));
  return [out, log];
}
