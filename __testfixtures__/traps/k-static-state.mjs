import { heavy } from './heavy.mjs';
class C {
  static count = 0;
  constructor(n) {
    this.n = n;
    C.count++;
  }
}
export function run() {
  C.count = 0;
  const r = [1, 2, 3].map((x) => new C(heavy(x)));
  return [r, C.count];
}
