import { heavy } from './heavy.mjs';
class T {
  constructor(n) {
    this.n = n;
  }
  valueOf() {
    return heavy(this.n);
  }
}
export function run() {
  return [new T(1), new T(2)].map((l) => l * 2 + (l > 3));
}
