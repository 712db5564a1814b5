import { heavy } from './heavy.mjs';
export function run() {
  return [[1, 2], [3]].map((r) => r.map((x) => heavy(x)));
}
