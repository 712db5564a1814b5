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
  const v = new Vec(1, 2);
  v.len = () => 7;
  const vs = [v, new Vec(2, 2)];
  return vs.map((v) => v.len());
}
