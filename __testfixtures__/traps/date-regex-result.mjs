import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const r = /x/g;
    r.lastIndex = i;
    out.push([new Date(heavy(i)), r]);
  }
  return out.map(([d, r]) => [d.getTime(), r.lastIndex, r.flags]);
}
