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
  const items = [new Vec(1, 2), null, undefined];
  return items.map((v) => (v ? v.len() : v));
}
