import { heavy } from './heavy.mjs';
function f(n) {
  f.calls = (f.calls || 0) + 1;
  return heavy(n);
}
export function run() {
  const out = [];
  for (let i = 0; i < 4; i++) out.push(f(i));
  return [out, f.calls];
}
