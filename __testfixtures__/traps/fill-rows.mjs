import { heavy } from './heavy.mjs';
export function run() {
  const g = new Array(3).fill([1, 2, 3]);
  for (let y = 0; y < 3; y++) {
    for (let x = 0; x < 3; x++) g[y][x] += heavy(y * 3 + x);
  }
  return [g, g[0] === g[1]];
}
