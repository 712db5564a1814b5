import { imapSync } from 'doall/runtime';
import { computeSolution } from './n-queens.worker.js';

export function solveAll(sizes: readonly number[]): Map<number, number> {
  const solutions = new Map<number, number>();
  for (const [size, value] of imapSync(computeSolution, sizes, undefined, { withItems: true })) {
    solutions.set(size, value);
  }
  return solutions;
}

export function main(): void {
  console.log(solveAll([4, 5, 6, 7, 8, 9]));
}
