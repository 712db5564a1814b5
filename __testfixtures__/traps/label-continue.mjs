import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  outer: for (const x of [1, 2, 3, 4]) {
    for (let j = 0; j < 3; j++) {
      if (heavy(x + j) % 5 === 0) continue outer;
    }
    out.push(x);
  }
  return out;
}
