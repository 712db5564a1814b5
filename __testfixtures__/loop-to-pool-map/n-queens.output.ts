import { imapSync } from 'doall/runtime';
import { computeCountQueensValue } from './n-queens.worker.js';

export function solveAll(sizes: readonly number[]): Map<number, number> {
  const solutions = new Map<number, number>();
  for (const [size, countQueensValue] of imapSync(computeCountQueensValue, sizes, undefined, {
    withItems: true,
  })) {
    solutions.set(size, countQueensValue);
  }
  return solutions;
}

export function main(): void {
  console.log(solveAll([4, 5, 6, 7, 8, 9]));
}
