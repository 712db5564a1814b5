import { heavy } from './heavy.mjs';
class S {
  constructor(a) {
    this.a = a;
    this.b = a;
  }
  go() {
    for (let i = 0; i < 4; i++) this.b[i + 1] = heavy(this.a[i]);
    return this.b;
  }
}
export function run() {
  return new S([1, 1, 1, 1, 1]).go();
}
