/** Whether a loop does enough work for a pool to pay. */
import type { Cost } from '../../model/index.ts';

/** Trips of a loop whose count isn't known. */
export const assumedTrips = 1000;

/** Operations of an iteration below which handing an item over costs more than computing it, however many there are. */
const leastIteration = 100;

/** Share of the work that has to move: with less, even two threads make a loop less than 1.2 times as fast (Amdahl). */
const leastShare = 1 / 3;

/**
 * A profile adds up all runs of a loop. One run must be estimated to do this part of the work asked for: a short loop that runs
 * a million times would only be slowed down.
 */
const leastShareOfRun = 1 / 20;

/** Operations (about nanoseconds) that a rewrite moves to workers, of the whole loop: measured where a profile was given, else estimated. */
function workOf(cost: Cost): number {
  return cost.measuredMs === undefined ? estimateOf(cost) : cost.measuredMs * 1e6 * (cost.movedShare ?? 1);
}

/** Operations of the whole loop, whether they move or not. */
export function wholeWork(cost: Cost): number {
  return workOf({ ...cost, movedShare: undefined });
}

/** Whether at least `minWork` operations (`AnalyzeOptions.minWork`) move to workers, in more than one iteration. */
export function isWorthwhile(cost: Cost, minWork: number): boolean {
  if ((cost.trips ?? assumedTrips) <= 1) return false;
  if (minWork > 0 && (cost.movedShare ?? 1) < leastShare) return false;
  if (minWork > 0 && movedOf(cost) < leastIteration && cost.because.length === 0) return false;
  return (
    workOf(cost) >= minWork &&
    (cost.measuredMs === undefined || estimateOf(cost) >= minWork * leastShareOfRun)
  );
}

function movedOf(cost: Cost): number {
  return cost.perIteration * (cost.movedShare ?? 1);
}

/** Those of one run of the loop, by its text. */
function estimateOf(cost: Cost): number {
  return movedOf(cost) * (cost.trips ?? assumedTrips);
}
