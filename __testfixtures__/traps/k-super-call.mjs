import { heavy } from './heavy.mjs';
class B0 {
  w(x) {
    return heavy(x);
  }
}
class A extends B0 {
  go() {
    const out = [];
    for (let i = 0; i < 3; i++) out.push(super.w(i) + this.w(i));
    return out;
  }
  w(x) {
    return -x;
  }
}
export function run() {
  return new A().go();
}
