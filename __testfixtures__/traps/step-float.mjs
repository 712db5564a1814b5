import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let x = 0; x < 1; x += 0.1) out.push(x + heavy(x));
  return out;
}
