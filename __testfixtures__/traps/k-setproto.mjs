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
  const o = Object.setPrototypeOf({ x: 4, y: 1 }, Vec.prototype);
  return [o, new Vec(1, 1)].map((v) => v.len());
}
