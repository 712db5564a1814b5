import { heavy } from './heavy.mjs';
export function run() {
  const g = {};
  for (const w of ['aa', 'b', 'cc', 'd']) {
    const k = heavy(w.length) % 3;
    (g[k] ||= []).push(w);
  }
  return g;
}
