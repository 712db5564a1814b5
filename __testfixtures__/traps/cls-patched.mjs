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
  const vs = [new Vec(1, 2)];
  const old = Vec.prototype.len;
  Vec.prototype.len = function () {
    return -heavy(this.x);
  };
  const a = vs.map((v) => v.len());
  Vec.prototype.len = old;
  return [a, vs.map((v) => v.len())];
}
