import { heavy } from './heavy.mjs';
const M = Symbol('m');
class A {
  constructor(n) {
    this.n = n;
  }
  [M]() {
    return heavy(this.n);
  }
}
export function run() {
  return [new A(1), new A(2)].map((a) => a[M]());
}
