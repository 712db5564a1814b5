import { heavy } from './heavy.mjs';
class T {
  constructor(n) {
    this.n = n;
  }
  *[Symbol.iterator]() {
    for (let i = 0; i < this.n; i++) yield i;
  }
}
export function run() {
  const out = [];
  for (const x of new T(4)) out.push(heavy(x));
  return [out, [new T(2), new T(3)].map((t) => [...t].map((q) => heavy(q)))];
}
