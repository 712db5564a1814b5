import { heavy } from './heavy.mjs';
export function run() {
  let n = 0;
  const xs = [5, 6, 7, 8];
  const r = xs.find((x) => {
    n++;
    return heavy(x) % 2 === 0;
  });
  return [r, n];
}
