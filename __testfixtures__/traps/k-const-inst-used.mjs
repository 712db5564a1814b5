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
const ORIGIN = new Vec(5, 0);
export function run() {
  const a = [1, 2].map((x) => ORIGIN.add(new Vec(heavy(x), 0)));
  ORIGIN.x = 7;
  const b = [1, 2].map((x) => ORIGIN.add(new Vec(heavy(x), 0)));
  ORIGIN.x = 5;
  return [a, b];
}
