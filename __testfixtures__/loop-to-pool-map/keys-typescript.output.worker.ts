// doall: tasks of ./keys-typescript.ts
import { task } from 'doall/runtime';
import type { Counts } from './keys-typescript.js';

function heavy(text: string): number {
  let t = 7;
  for (let i = 0; i < 4000; i++) t = (t * 31 + text.length * i) % 1009;
  return t;
}

export const computeOut = task(
  import.meta.url,
  'computeOut',
  (word: string, { counts }: { counts: Counts }): string => `${word}: ${heavy(word) + (counts[word] ?? 0)}`,
);

export const computeFound = task(import.meta.url, 'computeFound', (word: string) => {
  return heavy(word) % 7 === 3;
});

export const computeKept = task(import.meta.url, 'computeKept', (word: string) => {
  const kept: string[] = [];
  if (heavy(word) > 300) kept.push(word);
  return kept;
});
