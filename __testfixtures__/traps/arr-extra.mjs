import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const a = [heavy(i)];
    a.meta = i;
    out.push(a);
  }
  return out.map((a) => a.meta);
}
