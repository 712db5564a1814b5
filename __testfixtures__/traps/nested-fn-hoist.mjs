import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    out.push(g(i));
    function g(x) {
      return heavy(x);
    }
  }
  return out;
}
