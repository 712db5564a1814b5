import { heavy } from './heavy.mjs';
class S {
  constructor(f) {
    this.f = f;
  }
  go(n) {
    const out = [];
    for (let i = 0; i < n; i++) out.push(this.f(i) + heavy(i));
    return out;
  }
}
export function run() {
  let c = 0;
  const r = new S((x) => x + c++).go(4);
  return [r, c];
}
