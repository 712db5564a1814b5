import { heavy } from './heavy.mjs';
class S {
  calc(x) {
    return heavy(x);
  }
  all(xs) {
    const out = [];
    for (const x of xs) out.push(this.calc(x));
    return out;
  }
}
class T extends S {
  calc(x) {
    return -heavy(x);
  }
}
export function run() {
  const s = new S();
  const own = new S();
  own.calc = (x) => x;
  return [s.all([1, 2]), new T().all([1, 2]), own.all([1, 2])];
}
