import { heavy } from './heavy.mjs';
class M extends Map {
  total() {
    let t = 0;
    for (const v of this.values()) t += heavy(v);
    return t;
  }
}
export function run() {
  return [new M([['a', 1]]), new M()].map((l) => l.total());
}
