import { heavy } from './heavy.mjs';
class A {
  constructor() {
    this.n = 1;
  }
  go() {
    return [1, 2].map((x) => ({ o: this, v: heavy(x) })).every((r) => r.o === this);
  }
}
export function run() {
  return new A().go();
}
