import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) {
    const q = heavy(i);
    out.push(eval('q+1'));
  }
  return out;
}
