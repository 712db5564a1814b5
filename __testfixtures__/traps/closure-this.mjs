import { heavy } from './heavy.mjs';
class S {
  constructor() {
    this.k = 2;
  }
  go() {
    const w = (x) => heavy(x) * this.k;
    const out = [];
    for (let i = 0; i < 3; i++) out.push(w(i));
    this.k = 5;
    for (let i = 0; i < 3; i++) out.push(w(i));
    return out;
  }
}
export function run() {
  return new S().go();
}
