/** Whether a loop does enough work for a pool to pay. */
import type { Cost } from '../../model/index.ts';

/** @param minWork least operations of the whole loop (`AnalyzeOptions.minWork`). */
export function isWorthwhile(cost: Cost, minWork: number): boolean {
  return cost.perIteration * (cost.trips ?? 1000) >= minWork;
}
