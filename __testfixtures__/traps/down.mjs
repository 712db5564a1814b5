import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 5; i-- > 0;) out.push(heavy(i) + i);
  for (let i = 5; i >= 0; i -= 2) out.push(heavy(i) * i);
  return out;
}
