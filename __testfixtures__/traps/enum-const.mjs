import { heavy } from './heavy.mjs';
const TABLE = [3, 1, 2];
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(heavy(TABLE[i]));
  TABLE[0] = 9;
  for (let i = 0; i < 3; i++) out.push(heavy(TABLE[i]));
  TABLE[0] = 3;
  return out;
}
