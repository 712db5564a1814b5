import { map } from 'doall/runtime';
import { computeResult } from './typed.worker.js';

export interface Score {
  readonly id: number;
  readonly value: number;
}

export async function rateAll(ids: readonly number[], weight: number): Promise<Score[]> {
  return map(computeResult, ids, { weight });
}

console.log(await rateAll([1, 2, 3], 31));
