import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(heavy(i) + heavy.name + heavy.length);
  return out;
}
