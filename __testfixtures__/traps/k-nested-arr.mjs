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
  const items = [[new Vec(1, 2)], [new Vec(3, 4), new Vec(5, 6)]];
  return items.map((vs) => vs.map((v) => v.add(v)));
}
