import { heavy } from './heavy.mjs';
class S {
  constructor() {
    this.k = 3;
    this.items = [1, 2, 3];
  }
  calc(x) {
    return heavy(x) * this.k;
  }
  all() {
    const out = [];
    for (const x of this.items) out.push(this.calc(x));
    return out;
  }
  bump() {
    return this.items.map((x) => {
      this.k++;
      return this.calc(x);
    });
  }
}
export function run() {
  const s = new S();
  return [s.all(), s.bump(), s.k];
}
