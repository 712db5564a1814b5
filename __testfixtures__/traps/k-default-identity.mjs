import { heavy } from './heavy.mjs';
export class Vec {
  constructor(x, y) {
    this.x = x;
    this.y = y;
  }
  len() {
    return heavy(this.x) + this.y;
  }
  add(o) {
    return new Vec(this.x + o.x, this.y + o.y);
  }
}
const D = new Vec(1, 1);
const f = (v = D) => v;
export function run() {
  const r = [1, undefined].map((x) => {
    heavy(1);
    return f(x === 1 ? undefined : D);
  });
  return r.map((o) => o === D);
}
