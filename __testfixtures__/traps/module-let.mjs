import { heavy } from './heavy.mjs';
let base = 1;
export function setBase(b) {
  base = b;
}
const calc = (n) => heavy(n) + base;
export function run() {
  setBase(7);
  const out = [];
  for (let i = 0; i < 4; i++) out.push(calc(i));
  return out;
}
