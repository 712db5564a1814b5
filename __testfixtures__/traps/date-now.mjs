import { heavy } from './heavy.mjs';
export function run() {
  const t = Date.now();
  const out = [];
  for (let i = 0; i < 3; i++) out.push(heavy(i) + (Date.now() >= t ? 1 : 0));
  return out;
}
