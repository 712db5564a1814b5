import { heavy } from './heavy.mjs';
const m = new Map();
function f(n) {
  let v = m.get(n);
  if (!v) {
    v = { n: heavy(n) };
    m.set(n, v);
  }
  return v;
}
export function run() {
  const a = [1, 2, 1].map((x) => f(x));
  return [a[0] === a[2], m.get(1) === a[0]];
}
