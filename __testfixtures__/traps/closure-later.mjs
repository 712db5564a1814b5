import { heavy } from './heavy.mjs';
export function run() {
  let k = 1;
  const w = (x) => heavy(x) * k;
  k = 4;
  const out = [];
  for (let i = 0; i < 3; i++) out.push(w(i));
  k = 9;
  return out;
}
