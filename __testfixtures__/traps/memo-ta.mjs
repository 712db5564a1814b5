import { heavy } from './heavy.mjs';
const T = new Float64Array(16).fill(-1);
function memo(n) {
  if (T[n] < 0) T[n] = heavy(n);
  return T[n];
}
export function run() {
  T.fill(-1);
  const out = [];
  for (const x of [1, 2, 1]) out.push(memo(x));
  return [out, [...T]];
}
