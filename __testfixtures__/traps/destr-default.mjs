import { heavy } from './heavy.mjs';
let n = 0;
const next = () => ++n;
export function run() {
  n = 0;
  const out = [];
  for (const { a = next(), b } of [{ a: 1, b: 2 }, { b: 3 }, { b: 4 }]) {
    out.push(heavy(a) + b);
  }
  return [out, n];
}
