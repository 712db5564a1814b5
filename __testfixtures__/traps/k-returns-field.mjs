import { heavy } from './heavy.mjs';
class C {
  constructor(n) {
    this.f = { n };
  }
  get() {
    heavy(this.f.n);
    return this.f;
  }
}
export function run() {
  const cs = [new C(1), new C(2)];
  const r = cs.map((c) => c.get());
  return r.map((x, i) => x === cs[i].f);
}
