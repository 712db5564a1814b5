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
  const items = [new P(1), new P(2)];
  return items.map((p) => heavy(p.dbl()));
}
