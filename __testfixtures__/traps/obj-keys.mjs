import { heavy } from './heavy.mjs';
export function run() {
  const o = { b: 1, a: 2, 10: 3, 2: 4 };
  const r = {};
  for (const k of Object.keys(o)) r[k] = heavy(o[k]);
  for (const k in o) r[k + 'x'] = heavy(o[k]);
  return r;
}
