import { heavy } from './heavy.mjs';
const out = [];
function add(x) {
  out.push(heavy(x));
}
export function run() {
  out.length = 0;
  [1, 2, 3].forEach(add);
  return out;
}
