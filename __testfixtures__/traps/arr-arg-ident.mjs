import { heavy } from './heavy.mjs';
export function run() {
  const a = [3, 1, 2];
  return a.map((x, i, all) => (all === a ? heavy(x) : 0));
}
