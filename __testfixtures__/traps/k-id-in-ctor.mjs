import { heavy } from './heavy.mjs';
let next = 0;
class C {
  constructor(n) {
    this.id = next++;
    this.n = heavy(n);
  }
}
export function run() {
  next = 0;
  return [1, 2, 3].map((x) => new C(x));
}
