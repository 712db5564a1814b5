import { heavy } from './heavy.mjs';
function go(src, dst) {
  let k = 0;
  for (const x of src) {
    dst.push(heavy(x));
    if (++k > 20) break;
  }
  return dst;
}
export function run() {
  const a = [1, 2, 3];
  return [go(a, a), go([1, 2], [])];
}
