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
  const vs = [Object.freeze(new Vec(1, 2)), new Vec(3, 4)];
  const out = vs.map((v) => v.add(v));
  return [vs.map((v) => v.len()), out.map(Object.isFrozen)];
}
