import { heavy } from './heavy.mjs';
const K = Symbol('k');
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push({ v: heavy(i), [K]: i });
  return out.map((o) => o[K]);
}
