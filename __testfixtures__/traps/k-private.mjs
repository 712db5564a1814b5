import { heavy } from './heavy.mjs';
class P {
  #s;
  constructor(s) {
    this.#s = s;
  }
  v() {
    return heavy(this.#s);
  }
  static mk(n) {
    return new P(n);
  }
}
export function run() {
  return [new P(1), new P(2)].map((p) => p.v());
}
