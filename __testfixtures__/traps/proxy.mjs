import { heavy } from './heavy.mjs';
export function run() {
  const log = [];
  const p = new Proxy(
    { k: 2 },
    {
      get(t, k) {
        log.push(String(k));
        return t[k];
      },
    },
  );
  const out = [];
  for (let i = 0; i < 2; i++) out.push(heavy(i) * p.k);
  return [out, log];
}
