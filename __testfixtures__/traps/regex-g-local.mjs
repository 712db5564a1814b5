import { heavy } from './heavy.mjs';
export function run() {
  const re = /a/g;
  const out = [];
  for (const s of ['aa', 'ba', 'ab', 'cc']) out.push(re.test(s) ? heavy(s.length) : 0);
  return out;
}
