import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(heavy(i) + process.argv.length * 0);
  return out;
}
