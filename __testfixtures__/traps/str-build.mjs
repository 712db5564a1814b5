import { heavy } from './heavy.mjs';
export function run() {
  let s = '';
  for (let i = 0; i < 4; i++) {
    s += heavy(i) + (i < 3 ? ',' : '');
  }
  return s;
}
