import { heavy } from './heavy.mjs';
const A = class Same {
  constructor(n) {
    this.n = n;
  }
  h() {
    return heavy(this.n);
  }
};
const B = class Same {
  constructor(n) {
    this.n = n;
  }
  h() {
    return -heavy(this.n);
  }
};
export function run() {
  return [new A(1), new B(1)].map((q) => q.h());
}
