/** Whether a loop does enough work for a pool to pay. */
import type { Cost } from '../../model/index.ts';

/** Trips of a loop whose count isn't known. */
export const assumedTrips = 1000;

/** Operations of an iteration below which handing an item over costs more than computing it, however many there are. */
const leastIteration = 100;

/**
 * A profile adds up all runs of a loop. One run must be estimated to do this part of the work asked for: a short loop that runs
 * a million times would only be slowed down.
 */
const leastShareOfRun = 1 / 20;

/** Operations (about nanoseconds) of the whole loop: measured where a profile was given, else estimated. */
export function workOf(cost: Cost): number {
  return cost.measuredMs === undefined ? estimateOf(cost) : cost.measuredMs * 1e6;
}

/** Whether the whole loop does at least `minWork` operations (`AnalyzeOptions.minWork`), in more than one iteration. */
export function isWorthwhile(cost: Cost, minWork: number): boolean {
  if ((cost.trips ?? assumedTrips) <= 1) return false;
  if (minWork > 0 && cost.perIteration < leastIteration && cost.because.length === 0) return false;
  return (
    workOf(cost) >= minWork &&
    (cost.measuredMs === undefined || estimateOf(cost) >= minWork * leastShareOfRun)
  );
}

/** Operations of one run of the loop, by its text. */
function estimateOf(cost: Cost): number {
  return cost.perIteration * (cost.trips ?? assumedTrips);
}
