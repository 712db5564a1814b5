// doall: tasks of ./type-predicates.ts
import { task } from 'doall/runtime';
import type { Shape } from './type-predicates.js';

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export const isKeptX = task(
  import.meta.url,
  'isKeptX',
  (x: number | null) => x !== null && heavy(x) % 2 === 0,
);

export const isKeptXInFollowing = task(
  import.meta.url,
  'isKeptXInFollowing',
  (x: number | null) => x !== null && heavy(x) % 2 === 0,
);

export const isMatchingS = task(
  import.meta.url,
  'isMatchingS',
  (s: Shape) => s.kind === 'circle' && heavy(s.r) > 3,
);
