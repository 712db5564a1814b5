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
  const m = new Map([
    ['a', new Vec(1, 2)],
    ['b', new Vec(3, 4)],
  ]);
  const out = [];
  for (const [k, v] of m) out.push(k + v.len());
  return out;
}
