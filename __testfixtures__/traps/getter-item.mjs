import { heavy } from './heavy.mjs';
let n = 0;
class P {
  get v() {
    n++;
    return 3;
  }
}
export function run() {
  n = 0;
  const items = [new P(), new P()];
  const out = items.map((p) => heavy(p.v));
  return [out, n];
}
