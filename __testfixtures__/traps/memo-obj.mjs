import { heavy } from './heavy.mjs';
const cache = {};
function memo(n) {
  return (cache[n] ??= { v: heavy(n) });
}
export function run() {
  const out = [];
  for (const x of [1, 2, 1]) out.push(memo(x));
  return [out[0] === out[2], out];
}
