import { heavy } from './heavy.mjs';
class A {
  constructor(n) {
    this.n = n;
  }
  toJSON() {
    return heavy(this.n);
  }
}
export function run() {
  return [new A(1), new A(2)].map((a) => JSON.stringify(a));
}
