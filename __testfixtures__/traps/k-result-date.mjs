import { heavy } from './heavy.mjs';
class W {
  constructor(n) {
    this.d = new Date(n);
    this.u = new URL('http://a/' + n);
  }
}
export function run() {
  return [1, 2].map((x) => new W(heavy(x))).map((w) => [w.d instanceof Date, w.u instanceof URL, w.u.href]);
}
