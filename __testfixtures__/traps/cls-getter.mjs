import { heavy } from './heavy.mjs';
class C {
  constructor(n) {
    this.n = n;
  }
  get h() {
    this.reads = (this.reads || 0) + 1;
    return heavy(this.n);
  }
}
export function run() {
  const cs = [new C(1), new C(2)];
  const r = cs.map((x) => x.h);
  return [r, cs.map((c) => c.reads)];
}
