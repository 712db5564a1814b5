import { heavy } from './heavy.mjs';
function mk(k) {
  const f = (x) => heavy(x) * k;
  return {
    set(v) {
      k = v;
    },
    go(xs) {
      const out = [];
      for (const x of xs) out.push(f(x));
      return out;
    },
  };
}
export function run() {
  const m = mk(2);
  const a = m.go([1, 2]);
  m.set(5);
  return [a, m.go([1, 2])];
}
