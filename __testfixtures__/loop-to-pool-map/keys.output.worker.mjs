// doall: tasks of ./keys.mjs
import { task } from 'doall/runtime';

function heavy(text) {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + text.length * i) % 1009;
  return t;
}

export const computeOut = task(
  import.meta.url,
  'computeOut',
  (word, { counts }) => `${word}: ${heavy(word) + counts[word]}`,
);

export const computeFound = task(import.meta.url, 'computeFound', (word) => {
  return heavy(word) % 7 === 3;
});

export const isKeptWord = task(import.meta.url, 'isKeptWord', (word) => heavy(word) > 300);

export const computeOutInWeighed = task(import.meta.url, 'computeOutInWeighed', (word) => {
  const out = [];
  const weight = heavy(word);
  if (weight > 300) out.push(word, weight);
  return out;
});
