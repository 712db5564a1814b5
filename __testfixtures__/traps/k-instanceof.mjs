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
class W extends Vec {}
export function run() {
  const vs = [new Vec(1, 2), new W(3, 4)];
  return vs.map((v) => heavy(v.x) + (v instanceof W ? 'W' : 'V'));
}
