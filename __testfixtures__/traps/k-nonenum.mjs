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
export function run() {
  const out = [1, 2].map((x) => {
    heavy(x);
    const r = new Vec(x, 1);
    Object.defineProperty(r, 'hid', { value: 3, enumerable: false });
    return r;
  });
  return out.map((o) => o.hid);
}
