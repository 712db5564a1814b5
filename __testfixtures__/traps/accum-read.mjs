import { heavy } from './heavy.mjs';
export function run() {
  let s = 0;
  const out = [];
  for (let i = 0; i < 5; i++) {
    s += heavy(i);
    out.push(heavy(s));
  }
  return [s, out];
}
