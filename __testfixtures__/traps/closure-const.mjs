import { heavy } from './heavy.mjs';
function mk(k) {
  const f = (x) => heavy(x) * k;
  return (xs) => {
    const out = [];
    for (const x of xs) out.push(f(x));
    return out;
  };
}
export function run() {
  return [mk(2)([1, 2]), mk(3)([1, 2])];
}
