import { heavy } from './heavy.mjs';
const config = { k: 1 };
export function run() {
  config.k = 4;
  const calc = (x) => heavy(x) * config.k;
  const out = [];
  for (let i = 0; i < 3; i++) out.push(calc(i));
  config.k = 1;
  return out;
}
