import { heavy } from './heavy.mjs';
const where = (n) => heavy(n) + import.meta.url.split('/').pop();
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(where(i));
  return out;
}
