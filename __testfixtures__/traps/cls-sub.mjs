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
class V3 extends Vec {
  constructor(x, y, z) {
    super(x, y);
    this.z = z;
  }
  len() {
    return super.len() + this.z;
  }
}
export function run() {
  const vs = [new Vec(1, 2), new V3(3, 4, 5)];
  return vs.map((v) => v.len());
}
