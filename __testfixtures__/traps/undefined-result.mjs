import { heavy } from './heavy.mjs';
export function run() {
  return [1, 2, 3].map((x) => {
    if (heavy(x) % 2) return;
    return x;
  });
}
