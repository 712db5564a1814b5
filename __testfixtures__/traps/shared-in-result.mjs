import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 6; i++) {
    const s = { v: heavy(i) };
    out.push({ a: s, b: s });
  }
  return [out.every((o) => o.a === o.b), out];
}
