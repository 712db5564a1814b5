// doall: tasks of ./exact-types.ts
import { task } from 'doall/runtime';
import type { Mode } from './exact-types.js';

const factors = { fast: 1, slow: 2 };

export function heavy(n: number, mode: Mode): number {
  let h = n * factors[mode];
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

function pair<A, B>(a: A, b: B): [A, B] {
  return [a, b];
}

export const computeHeavy = task(
  import.meta.url,
  'computeHeavy',
  (x: number, { mode }: { mode: 'fast' }): number => heavy(x, mode),
);

export const computeRow = task(import.meta.url, 'computeRow', (x: number, { mode }: { mode: string }) => ({
  mode,
  value: heavy(x, 'fast'),
}));

export const computeOut = task(import.meta.url, 'computeOut', (x: number) => heavy(x, 'slow'));

export const computePair = task(import.meta.url, 'computePair', (x: number): [number, 'odd'] =>
  pair(heavy(x, 'fast'), 'odd'),
);

export const computePairValue = task(
  import.meta.url,
  'computePairValue',
  (x: number): [number, 'even'] | undefined => {
    if (x < 0) return undefined;
    return pair(heavy(x, 'fast'), 'even');
  },
);
