import { heavy } from './heavy.mjs';
function* g(n) {
  for (let i = 0; i < n; i++) yield heavy(i);
}
export function run() {
  const out = [];
  for (const v of g(4)) out.push(heavy(v));
  return out;
}
