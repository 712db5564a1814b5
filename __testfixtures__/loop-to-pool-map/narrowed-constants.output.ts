import { mapSync, range } from 'doall/runtime';
import {
  computeOut,
  computeResult,
  computeOutInAreas,
  computeResultInAssigned,
  computeOutInNeighbours,
  computeResultInUntouched,
} from './narrowed-constants.worker.js';

type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type Maybe = string | null;
type List = number[] | null;

function assertText(x: unknown): asserts x is string {
  if (typeof x !== 'string') throw new TypeError('no text');
}

export function present(x: Maybe, xs: number[]): number[] {
  if (x === null) return [];
  const out: number[] = mapSync(computeOut, [...xs], { x });
  return out;
}

export function asserted(x: Maybe, xs: number[]): number[] {
  assertText(x);
  return mapSync(computeResult, xs, { x });
}

export function areas(shape: Shape, xs: number[]): number[] {
  if (shape.kind !== 'circle') return [];
  const out: number[] = mapSync(computeOutInAreas, [...xs], { shape });
  return out;
}

export function assigned(xs: number[]): number[] {
  const shape: Shape = { kind: 'circle', r: 3 };
  return mapSync(computeResultInAssigned, xs, { shape });
}

export function neighbours(xs: List): number[] {
  if (!xs) return [];
  const out: number[] = mapSync(computeOutInNeighbours, range(1, xs.length), { xs });
  return out;
}

/** Nothing is known of what the loop uses but what is declared. */
export function untouched(options: { k?: number; m: number }, xs: number[]): number[] {
  if (!options.k) return [];
  return mapSync(computeResultInUntouched, xs, { options });
}

export function main(): void {
  console.log(present('abc', [1, 2, 3]), present(null, [1]));
  console.log(asserted('ab', [4, 5]));
  console.log(areas({ kind: 'circle', r: 2 }, [1, 2]), areas({ kind: 'square', side: 2 }, [1]));
  console.log(assigned([7, 8]), neighbours([1, 2, 3]), neighbours(null), untouched({ k: 1, m: 2 }, [3, 4]));
}
