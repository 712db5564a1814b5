import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 4; i++) {
    out.push(Object.freeze({ v: heavy(i) }));
  }
  return out.map(Object.isFrozen);
}
