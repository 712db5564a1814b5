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
  const s = new Vec(9, 9);
  const items = [
    { a: s, b: s },
    { a: s, b: new Vec(9, 9) },
  ];
  return items.map((i) => heavy(i.a.x) + (i.a === i.b ? 1 : 0));
}
