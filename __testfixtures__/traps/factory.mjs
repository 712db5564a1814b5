import { heavy } from './heavy.mjs';
export function make(k, table) {
  const w = (x) => heavy(x) * k + table[x % 2];
  return {
    go: (n) => {
      const out = [];
      for (let i = 0; i < n; i++) out.push(w(i));
      return out;
    },
    set: (v) => {
      table[0] = v;
    },
  };
}
export function run() {
  const f = make(2, [1, 2]);
  const a = f.go(4);
  f.set(50);
  return [a, f.go(4)];
}
