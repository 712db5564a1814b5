import { heavy } from './heavy.mjs';
class A {
  constructor() {
    this.p = { n: 1 };
    this.q = this.p;
  }
  go() {
    const out = [];
    for (let i = 0; i < 3; i++) {
      out.push(heavy(this.q.n));
      this.p.n += i;
    }
    return out;
  }
}
export function run() {
  return new A().go();
}
