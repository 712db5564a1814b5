import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const h = heavy(i);
    out.push({ f: () => h });
  }
  return out.map((o) => o.f());
}
