import { heavy } from './heavy.mjs';
let fn = (x) => heavy(x);
export function run() {
  const out = [];
  fn = (x) => -heavy(x);
  for (let i = 0; i < 3; i++) out.push(fn(i));
  fn = (x) => heavy(x);
  return out;
}
