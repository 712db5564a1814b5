import { heavy } from './heavy.mjs';
function early() {
  const out = [];
  for (let i = 0; i < 2; i++) out.push(heavy(i) + LATE);
  return out;
}
let r;
try {
  r = early();
} catch (e) {
  r = e.constructor.name;
}
const LATE = 5;
export function run() {
  return [r, early()];
}
