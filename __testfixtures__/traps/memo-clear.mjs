import { heavy } from './heavy.mjs';
const m = new Map();
let hits = 0;
function f(n) {
  const k = n % 3;
  if (m.has(k)) {
    hits++;
    return m.get(k);
  }
  const v = heavy(k);
  m.set(k, v);
  return v;
}
export function run() {
  m.clear();
  hits = 0;
  const out = [];
  for (let i = 0; i < 6; i++) out.push(f(i));
  return [out, hits, m.size];
}
