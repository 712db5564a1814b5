import { heavy } from './heavy.mjs';
export function run() {
  const f = new Intl.NumberFormat('en');
  const out = [];
  for (let i = 0; i < 3; i++) out.push(f.format(heavy(i)));
  return out;
}
