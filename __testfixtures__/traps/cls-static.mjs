import { heavy } from './heavy.mjs';
class C {
  static k = 1;
  constructor(n) {
    this.n = n;
  }
  f() {
    return heavy(this.n) * C.k;
  }
}
export function run() {
  C.k = 5;
  const r = [new C(1), new C(2)].map((x) => x.f());
  C.k = 1;
  return r;
}
