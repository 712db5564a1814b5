import { heavy } from './heavy.mjs';
class C {
  constructor(n) {
    this.n = n;
  }
  clone() {
    return new C(this.n);
  }
  bump() {
    this.n = heavy(this.n);
    return this;
  }
}
export function run() {
  const cs = [new C(1), new C(2)];
  const r = cs.map((c) => c.clone().bump());
  return [r, cs, r[0] instanceof C];
}
