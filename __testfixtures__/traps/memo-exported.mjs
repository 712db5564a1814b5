import { heavy } from './heavy.mjs';
export const T = new Float64Array(8).fill(-1);
function f(n) {
  if (T[n] < 0) T[n] = heavy(n);
  return T[n];
}
export function run() {
  T.fill(-1);
  const a = [];
  for (const x of [1, 2, 1]) a.push(f(x));
  return [a, [...T]];
}
