import { heavy } from './heavy.mjs';
class S {
  constructor() {
    this.n = 0;
  }
  w(x) {
    this.n++;
    return heavy(x) + this.n;
  }
  go(n) {
    const out = [];
    for (let i = 0; i < n; i++) out.push(this.w(i));
    return [out, this.n];
  }
}
export function run() {
  return new S().go(4);
}
