import { heavy } from './heavy.mjs';
class C {
  constructor(n) {
    this.n = n;
  }
  same() {
    heavy(this.n);
    return this;
  }
}
export function run() {
  const cs = [new C(1), new C(2)];
  const r = cs.map((c) => c.same());
  return r.map((x, i) => x === cs[i]);
}
