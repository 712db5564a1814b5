import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  [1, 2, 3, 4].forEach((x) => {
    if (heavy(x) % 2) return;
    out.push(x);
  });
  return out;
}
