// doall: tasks of ./contextual-results.ts
import { task } from 'doall/runtime';
import type { Shape } from './contextual-results.js';

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (x: number): { kind: 'circle'; r: number } => ({ kind: 'circle', r: heavy(x) }),
);

export const computeResultInTable = task(
  import.meta.url,
  'computeResultInTable',
  (x: number): [number, number] => [x, heavy(x)],
);

export const computeResultInInferred = task(
  import.meta.url,
  'computeResultInInferred',
  (x: number): [number, { label: string; value: number }] => [x, { label: 'x', value: heavy(x) }],
);

export const computeResultInPairs = task(
  import.meta.url,
  'computeResultInPairs',
  (x: number): [number, number] => [x, heavy(x)],
);

export const computeShape = task(
  import.meta.url,
  'computeShape',
  (x: number): { kind: 'circle'; r: number } => {
    const kind = 'circle';
    const r = heavy(x);
    return { kind, r };
  },
);

export const computeResultInFill = task(
  import.meta.url,
  'computeResultInFill',
  (x: number): { kind: 'circle'; r: number } => ({ kind: 'circle', r: heavy(x) }),
);

export const computeDrawnShapesOfAll = task(
  import.meta.url,
  'computeDrawnShapesOfAll',
  (x: number): Shape => ({ kind: 'square', side: heavy(x) }),
);

export const computeValue = task(import.meta.url, 'computeValue', (x: number): number | null => heavy(x));

export const computeResultInSquares = task(
  import.meta.url,
  'computeResultInSquares',
  (x: number): { kind: 'square'; side: number }[] => [{ kind: 'square', side: heavy(x) }],
);

export const computeRow = task(import.meta.url, 'computeRow', (x: number) => [x, heavy(x)]);
