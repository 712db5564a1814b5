import { heavy } from './heavy.mjs';
const mk = (k) =>
  class {
    constructor(n) {
      this.n = n;
    }
    h() {
      return heavy(this.n) * k;
    }
  };
export function run() {
  const A = mk(2),
    B = mk(3);
  return [new A(1), new B(1)].map((q) => q.h());
}
