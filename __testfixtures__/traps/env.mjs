import { heavy } from './heavy.mjs';
export function run() {
  process.env.ADVX = '5';
  const out = [];
  for (let i = 0; i < 3; i++) out.push(heavy(i) + Number(process.env.ADVX));
  return out;
}
