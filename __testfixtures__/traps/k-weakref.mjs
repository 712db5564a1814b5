import { heavy } from './heavy.mjs';
class W {
  constructor(n) {
    this.n = n;
    this.m = new WeakMap();
  }
  h() {
    return heavy(this.n);
  }
}
export function run() {
  return [new W(1)].map((w) => w.h());
}
