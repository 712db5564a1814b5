import { heavy } from './heavy.mjs';
class S {
  constructor(n) {
    this.n = n;
    this.out = new Float64Array(n);
  }
  go() {
    for (let i = 0; i < this.n; i++) this.out[i] = heavy(i) + this.n;
    return [...this.out];
  }
}
export function run() {
  return new S(4).go();
}
