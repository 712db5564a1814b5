import { mapSync } from 'doall/runtime';
import { computeResult } from './worked-example-ts.worker.js';

export type Pair = [number, number];

export function combine(pairs: Pair[], k: number): number[] {
  const results: number[] = mapSync(computeResult, [...pairs], { k });
  return results;
}

export function main(): void {
  const pairs: Pair[] = [];
  for (let i = 0; i < 20; i++) pairs.push([i, 100 + i]);
  console.log(combine(pairs, 100));
}
