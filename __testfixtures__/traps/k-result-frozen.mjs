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
  return [1, 2]
    .map((x) => {
      heavy(x);
      return Object.freeze(new Vec(x, 1));
    })
    .map(Object.isFrozen);
}
