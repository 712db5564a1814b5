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
  const out = [];
  for (let i = 0; i < 3; i++) {
    out.push(v.len());
    if (i === 1) v.len = () => 0;
  }
  return out;
}
