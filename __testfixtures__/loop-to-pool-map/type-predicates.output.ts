import { filterSync, findSync } from 'doall/runtime';
import { isKeptX, isKeptXInFollowing, isMatchingS } from './type-predicates.worker.js';

interface Circle {
  kind: 'circle';
  r: number;
}

export type Shape = Circle | { kind: 'square'; side: number };

export function kept(xs: (number | null)[]): number[] {
  return filterSync(isKeptX, xs) as number[];
}

export function following(xs: (number | null)[]): number[] {
  return (filterSync(isKeptXInFollowing, xs) as number[]).map((x) => x + 1);
}

export function radius(shapes: Shape[]): number | undefined {
  const found = findSync(isMatchingS, shapes) as Circle | undefined;
  return found?.r;
}

export function main(): void {
  console.log(kept([1, null, 2, 3]), following([4, 5, null]));
  console.log(
    radius([
      { kind: 'square', side: 2 },
      { kind: 'circle', r: 3 },
    ]),
  );
}
