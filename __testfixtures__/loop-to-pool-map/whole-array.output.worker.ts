// doall: tasks of ./whole-array.ts
import { task } from 'doall/runtime';
import type { Place } from './whole-array.js';

/** Edits to turn one word into the other. */
export function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++)
      next.push(Math.min(next[j] + 1, row[j + 1] + 1, row[j] + (a[i] === b[j] ? 0 : 1)));
    row = next;
  }
  return row[b.length];
}

export const isKeptWord = task(
  import.meta.url,
  'isKeptWord',
  (i: number, { all, limit }: { all: string[]; limit: number }) => {
    if (!(i in all)) return false;
    const word = all[i]!;
    return !all.some((other, j) => j < i && distance(word, other) < limit);
  },
);

export const isKeptPlace = task(
  import.meta.url,
  'isKeptPlace',
  (index: number, { all }: { all: Place[] }) => {
    if (!(index in all)) return false;
    const place = all[index]!;
    return all.filter((other) => distance(other.name, place.name) === 0).length === 1;
  },
);
