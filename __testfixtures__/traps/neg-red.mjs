import { heavy } from './heavy.mjs';
export function run() {
  let s = 3;
  for (let i = 0; i < 4; i++) s = heavy(i) - s;
  let p = 1;
  for (let i = 0; i < 4; i++) p = (p * heavy(i)) % 97;
  return [s, p];
}
