import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (const ch of 'a😀b') out.push(ch + heavy(ch.codePointAt(0)));
  return out;
}
