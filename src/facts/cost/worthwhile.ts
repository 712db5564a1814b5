/** Whether a loop does enough work for a pool to pay. */
import type { Cost } from '../../model/index.ts';

/** Trips of a loop whose count isn't known. */
export const assumedTrips = 1000;

/** Operations (about nanoseconds) of the whole loop: measured where a profile was given, else estimated. */
export function workOf(cost: Cost): number {
  if (cost.measuredMs !== undefined) return cost.measuredMs * 1e6;
  return cost.perIteration * (cost.trips ?? assumedTrips);
}

/**
 * Whether the whole loop does at least `minWork` operations (`AnalyzeOptions.minWork`), in more than one iteration.
 */
export function isWorthwhile(cost: Cost, minWork: number): boolean {
  return (cost.trips ?? assumedTrips) > 1 && workOf(cost) >= minWork;
}
