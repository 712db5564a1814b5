import { heavy } from './heavy.mjs';
class N {
  constructor(v) {
    this.v = v;
    this.next = null;
  }
  sum() {
    let t = 0;
    let n = this;
    for (let i = 0; i < 5 && n; i++) {
      t += heavy(n.v);
      n = n.next;
    }
    return t;
  }
}
export function run() {
  const a = new N(1),
    b = new N(2);
  a.next = b;
  b.next = a;
  return [a, b].map((n) => n.sum());
}
