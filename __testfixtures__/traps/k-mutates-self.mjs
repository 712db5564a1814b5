import { heavy } from './heavy.mjs';
class C {
  constructor(n) {
    this.n = n;
  }
  bump() {
    this.n++;
    return heavy(this.n);
  }
}
export function run() {
  const cs = [new C(1), new C(2)];
  const r = cs.map((c) => c.bump());
  return [r, cs];
}
