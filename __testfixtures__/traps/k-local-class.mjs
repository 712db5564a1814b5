import { heavy } from './heavy.mjs';
export function run() {
  class Q {
    constructor(n) {
      this.n = n;
    }
    h() {
      return heavy(this.n);
    }
  }
  return [new Q(1), new Q(2)].map((q) => q.h());
}
