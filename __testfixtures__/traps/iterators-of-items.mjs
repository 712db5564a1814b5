import { heavy } from './heavy.mjs';
// A loop within that both sides go through would find the iterators used up.
export function run() {
  const docs = [1, 2, 3].map((n) => ({ n, tokens: [n, n + 1].values() }));
  const counts = {};
  for (const doc of docs) {
    for (const token of doc.tokens) {
      const key = heavy(token);
      counts[key] = (counts[key] ?? 0) + doc.n;
    }
  }
  return counts;
}
