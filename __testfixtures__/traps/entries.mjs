import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (const [i, x] of [5, 6].entries()) out.push(i + heavy(x));
  for (const [k, v] of Object.entries({ b: 1, a: 2 })) out.push(k + heavy(v));
  return out;
}
