import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (var i = 0; i < 5; i++) {
    var last = heavy(i);
    out.push(last);
  }
  return [out, i, last];
}
