import { heavy } from './heavy.mjs';
const EMPTY = { empty: true };
export function run() {
  const out = [];
  for (let i = 0; i < 6; i++) {
    out.push(heavy(i) % 2 ? EMPTY : { v: heavy(i) });
  }
  return [out, out.filter((x) => x === EMPTY).length];
}
