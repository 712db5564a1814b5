// doall: tasks of ./word-count.mjs
import { task } from 'doall/runtime';
import { readFileSync } from 'node:fs';

/** The most frequent words of a text. */
function topWords(text, limit) {
  const counts = new Map();
  for (const word of text.toLowerCase().split(/[^a-z]+/)) {
    if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, limit);
}

export const computeTop = task(import.meta.url, 'computeTop', (file) => {
  const text = readFileSync(file, 'utf8');
  const top = topWords(text, 3);
  const value = top.map(([word, count]) => `${word} ${count}`).join(', ');
  return { top, value };
});
