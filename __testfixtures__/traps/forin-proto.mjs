import { heavy } from './heavy.mjs';
export function run() {
  const p = { z: 1 };
  const o = Object.create(p);
  o.a = 2;
  const out = [];
  for (const k in o) out.push(k + heavy(o[k]));
  return out;
}
