// doall: tasks of ./levenshtein.mjs
import { task } from 'doall/runtime';

function levenshtein(a, b) {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      current[j] = Math.min(current[j - 1] + 1, previous[j] + 1, previous[j - 1] + cost);
    }
    previous = current;
  }
  return previous[b.length];
}

export const computeDistance = task(import.meta.url, 'computeDistance', (i, { words }) => {
  const distances = [];
  for (let j = i + 1; j < words.length; j++) {
    distances.push([i, j, levenshtein(words[i], words[j])]);
  }
  return distances;
});
