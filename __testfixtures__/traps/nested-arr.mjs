import { heavy } from './heavy.mjs';
export function run() {
  const g = Array.from({ length: 4 }, () => [0, 0, 0]);
  for (let y = 0; y < 4; y++) for (let x = 0; x < 3; x++) g[y][x] = heavy(y * 3 + x);
  return g;
}
