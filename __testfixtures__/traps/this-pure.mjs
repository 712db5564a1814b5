import { heavy } from './heavy.mjs';
class S {
  constructor(k) {
    this.k = k;
    this.t = [1, 2, 3];
  }
  w(x) {
    return heavy(x) * this.k + this.t[x % 3];
  }
  go(n) {
    const out = [];
    for (let i = 0; i < n; i++) out.push(this.w(i));
    return out;
  }
}
export function run() {
  const s = new S(2);
  const a = s.go(4);
  s.k = 3;
  s.t[1] = 9;
  return [a, s.go(4)];
}
