import { heavy } from './heavy.mjs';
function rng(seed) {
  return () => (seed = (seed * 16807) % 2147483647);
}
export function run() {
  const r = rng(5);
  const out = [];
  for (let i = 0; i < 4; i++) out.push(heavy(r()));
  return out;
}
