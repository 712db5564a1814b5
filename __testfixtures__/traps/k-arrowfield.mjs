import { heavy } from './heavy.mjs';
class F {
  n = 1;
  g = () => heavy(this.n);
}
export function run() {
  const fs = [new F(), new F()];
  fs[1].n = 4;
  const out = [];
  for (const f of fs) out.push(f.g());
  return out;
}
