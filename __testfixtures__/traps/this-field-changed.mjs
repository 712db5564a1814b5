import { heavy } from './heavy.mjs';
class S {
  constructor() {
    this.k = 1;
  }
  all(xs) {
    const out = [];
    for (const x of xs) {
      out.push(heavy(x) * this.k);
      this.k = out.length;
    }
    return out;
  }
}
export function run() {
  return new S().all([1, 2, 3]);
}
