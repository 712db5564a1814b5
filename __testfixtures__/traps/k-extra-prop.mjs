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
  const vs = [new Vec(1, 2), new Vec(3, 4)];
  vs[0].tag = 't';
  vs[1][Symbol.for('q')] = 1;
  const out = vs.map((v) => {
    heavy(v.x);
    const r = new Vec(v.x, 1);
    r.tag = v.tag;
    return r;
  });
  return [out, out.map((o) => Object.keys(o))];
}
