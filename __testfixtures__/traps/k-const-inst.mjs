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
const ORIGIN = new Vec(0, 0);
export function run() {
  return [1, 2].map((x) => (heavy(x) > 0 ? ORIGIN : null)).map((o) => o === ORIGIN);
}
