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
Vec.prototype.scale = 3;
export function run() {
  Vec.prototype.scale = 5;
  const r = [new Vec(1, 2)].map((v) => heavy(v.x) * v.scale);
  Vec.prototype.scale = 3;
  return r;
}
