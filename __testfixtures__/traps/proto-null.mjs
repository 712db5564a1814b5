import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const o = Object.create(null);
    o.v = heavy(i);
    out.push(o);
  }
  return out.map((o) => Object.getPrototypeOf(o) === null);
}
