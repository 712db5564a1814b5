import { heavy } from './heavy.mjs';
class P {
  constructor(n) {
    this.n = n;
  }
  dbl() {
    return this.n * 2;
  }
}
export function run() {
  const out = [];
  for (let i = 0; i < 4; i++) {
    out.push(new P(heavy(i)));
  }
  return out.map((o) => o.dbl()).concat(out[0] instanceof P);
}
