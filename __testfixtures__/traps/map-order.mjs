import { heavy } from './heavy.mjs';
export function run() {
  const m = new Map();
  for (const w of ['b', 'a', 'b']) m.set(w, (m.get(w) || 0) + heavy(w.length));
  return [...m];
}
