// doall: tasks of ./narrowed-constants.ts
import { task } from 'doall/runtime';

function heavy(n: number): number {
  let h = n;
  for (let i = 0; i < 20000; i++) h = (h * 31 + i) % 1000003;
  return h;
}

export const computeOut = task(
  import.meta.url,
  'computeOut',
  (n: number, { x }: { x: string }): number => heavy(n) + x.length,
);

export const computeResult = task(
  import.meta.url,
  'computeResult',
  (n: number, { x }: { x: string }): number => heavy(n) + x.length,
);

export const computeOutInAreas = task(
  import.meta.url,
  'computeOutInAreas',
  (n: number, { shape }: { shape: { kind: 'circle'; r: number } }): number => heavy(n) * shape.r,
);

export const computeResultInAssigned = task(
  import.meta.url,
  'computeResultInAssigned',
  (n: number, { shape }: { shape: { kind: 'circle'; r: number } }): number => heavy(n) * shape.r,
);

export const computeOutInNeighbours = task(
  import.meta.url,
  'computeOutInNeighbours',
  (i: number, { xs }: { xs: number[] }): number => heavy(xs[i]! + xs[i - 1]!),
);

export const computeResultInUntouched = task(
  import.meta.url,
  'computeResultInUntouched',
  (n: number, { options }: { options: { k?: number; m: number } }): number => heavy(n) * options.m,
);
