import { heavy } from './heavy.mjs';
export function run() {
  const out = [];
  for (let i = 0; i < 3; i++) out.push(new URL('http://x/' + heavy(i)));
  return out.map((u) => [u instanceof URL, String(u)]);
}
