import { heavy } from './heavy.mjs';
class S {
  constructor(n) {
    this.n = n;
    this.out = new Float64Array(n + 1).fill(1);
  }
  go() {
    for (let i = 0; i < this.n; i++) this.out[i + 1] = heavy(this.out[i]);
    return [...this.out];
  }
}
export function run() {
  return new S(4).go();
}
