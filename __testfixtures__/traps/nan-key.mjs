import { heavy } from './heavy.mjs';
export function run() {
  const m = {};
  for (const x of [NaN, undefined, null]) m[x] = heavy(1);
  return m;
}
