import { heavy } from './heavy.mjs';
export function run() {
  return [4, 5, 6, 4].reduce((m, x) => {
    const k = heavy(x) % 5;
    m[k] = (m[k] || 0) + 1;
    return m;
  }, {});
}
