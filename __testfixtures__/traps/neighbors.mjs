import { heavy } from './heavy.mjs';
export function run() {
  const g = [
    [1, 2],
    [3, 4],
  ];
  const n = g.map((r) => [...r]);
  for (let y = 0; y < 2; y++) for (let x = 0; x < 2; x++) n[y][x] = heavy(g[y][x] + (g[y - 1]?.[x] ?? 0));
  return [g, n];
}
