import { heavy } from './heavy.mjs';
export function run() {
  const q = [1, 2, 3, 4, 5, 6];
  const out = [];
  for (let i = 0; i < q.length; i++) {
    out.push(heavy(q[i]));
    q.pop();
  }
  return out;
}
