import { heavy } from './heavy.mjs';
class F {
  constructor(n) {
    this.n = n;
    this.g = () => this.n * 2;
  }
  h() {
    return heavy(this.g());
  }
}
export function run() {
  return [new F(1), new F(2)].map((f) => f.h());
}
