import { heavy } from './heavy.mjs';
class E2 extends Error {
  constructor(m, c) {
    super(m);
    this.c = c;
  }
  h() {
    return heavy(this.c);
  }
}
export function run() {
  return [new E2('a', 1), new E2('b', 2)].map((l) => l.h());
}
