import { heavy } from './heavy.mjs';
class A {
  constructor() {
    this.n = 1;
  }
  go() {
    const self = this;
    const out = [];
    for (let i = 0; i < 3; i++) {
      out.push(heavy(self.n));
      self.n++;
    }
    return out;
  }
}
export function run() {
  return new A().go();
}
