import { heavy } from './heavy.mjs';
const m = {};
let seed = 1;
function f(n) {
  if (m[n] === undefined) m[n] = heavy(n) + seed;
  return m[n];
}
export function run() {
  for (const k in m) delete m[k];
  seed = 1;
  const a = [];
  for (let i = 0; i < 3; i++) a.push(f(i));
  seed = 2;
  for (let i = 0; i < 5; i++) a.push(f(i));
  return a;
}
