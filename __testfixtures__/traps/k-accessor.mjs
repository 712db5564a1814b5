import { heavy } from './heavy.mjs';
class T {
  constructor(n) {
    this._n = n;
  }
  get n() {
    return this._n;
  }
  set n(v) {
    this._n = v * 2;
  }
}
export function run() {
  return [new T(1), new T(2)]
    .map((t) => {
      const c = new T(0);
      c.n = heavy(t.n);
      return c;
    })
    .map((c) => [c.n, c instanceof T]);
}
