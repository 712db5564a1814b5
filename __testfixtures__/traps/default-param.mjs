import { heavy } from './heavy.mjs';
let d = 1;
const f = (x, y = d) => heavy(x) + y;
export function run() {
  d = 4;
  const r = [1, 2].map((x) => f(x));
  d = 1;
  return r;
}
