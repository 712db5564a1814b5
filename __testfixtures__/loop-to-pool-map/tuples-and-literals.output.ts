import { mapSync } from 'doall/runtime';
import { computeRated } from './tuples-and-literals.worker.js';

export interface Rated {
  kind: 'odd' | 'even';
  range: [number, number];
}

const digits = /^\d+$/;

export function rate(numbers: number[], factor?: number): Rated[] {
  if (factor === undefined) return [];
  const rated: Rated[] = mapSync(computeRated, [...numbers], { factor, digits });
  return rated;
}

export function main(): void {
  console.log(rate([1, 2, 3], 7));
}
