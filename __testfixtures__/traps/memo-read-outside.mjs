import { heavy } from './heavy.mjs';
const T = new Uint8Array(8);
function f(n) {
  if (!T[n]) T[n] = (heavy(n) % 200) + 1;
  return T[n];
}
export function run() {
  T.fill(0);
  const a = [1, 2, 1].map((x) => f(x));
  return [a, [...T]];
}
