import { flatMapSync, filterSync, range } from 'doall/runtime';
import { computeKept, isKeptI } from './filter-by-push-types.worker.js';

export function keep(items: number[]): number[] {
  const kept: number[] = flatMapSync(computeKept, [...items]);
  return kept;
}

export function indices(count: number): number[] {
  const kept: number[] = filterSync(isKeptI, range(0, count));
  return kept;
}

console.log(JSON.stringify([keep([5, 3, 8, 1]), indices(12)]));
