import { mapSync, flatMapSync } from 'doall/runtime';
import {
  computeResult,
  computeResultInTable,
  computeResultInInferred,
  computeResultInPairs,
  computeShape,
  computeResultInFill,
  computeDrawnShapesOfAll,
  computeValue,
  computeResultInSquares,
  computeRow,
} from './contextual-results.worker.js';

export type Shape = { kind: 'circle'; r: number } | { kind: 'square'; side: number };
type Shapes = Shape[];

export const circles = (xs: number[]): Shape[] => mapSync(computeResult, xs);

export function table(xs: number[]): Map<number, number> {
  return new Map<number, number>(mapSync(computeResultInTable, xs));
}

export function inferred(xs: number[]) {
  return new Map(mapSync(computeResultInInferred, xs));
}

export const pairs = (xs: number[]): [number, number][] => mapSync(computeResultInPairs, xs);

export function drawing(xs: number[]): { shapes: Shape[] } {
  return {
    shapes: mapSync(computeShape, xs),
  };
}

export class Canvas {
  shapes: Shape[] = [];

  fill(xs: number[]): void {
    this.shapes = mapSync(computeResultInFill, xs);
  }
}

export function listed(xs: number[]): Shapes {
  const drawnShapesOfAll: Shapes = mapSync(computeDrawnShapesOfAll, [...xs]);
  return drawnShapesOfAll;
}

export function withGaps(xs: number[]): (number | null)[] {
  const values: (number | null)[] = mapSync(computeValue, [...xs]);
  values.push(null);
  return values;
}

export function squares(xs: number[]): Shape[] {
  return flatMapSync(computeResultInSquares, xs);
}

/** Nobody says what it should be: it is inferred as before. */
export function unsaid(xs: number[]) {
  const rows = mapSync(computeRow, xs);
  return rows.flat();
}

export function main(): void {
  const canvas = new Canvas();
  canvas.fill([1, 2]);
  console.log([...table([1, 2])], [...inferred([3])], circles([4]), pairs([5, 6]), drawing([7, 8, 9]));
  console.log(canvas.shapes, listed([1]), withGaps([2]), squares([3]), unsaid([4]));
}
