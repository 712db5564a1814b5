/** Which loops a report shows, and which of them make a scan fail. */
import type { Loop, Verdict } from '../model/index.ts';

/**
 * What counts as a finding: `parallel` a loop that can be rewritten and is worth it; `near` also a heavy loop that at most
 * two obstacles keep from it; `none` nothing.
 */
export type Level = 'none' | 'parallel' | 'near';

export const levels: readonly Level[] = ['none', 'parallel', 'near'];

/** Trip count that is assumed where none is known, as AnalyzeOptions.minWork does. */
export const assumedTrips = 1000;
const nearObstacles = 2;

/** A loop that is safe to rewrite and would pay. */
export function isOpportunity(verdict: Verdict): boolean {
  return verdict.outcome === 'parallel' && verdict.worthwhile;
}

/**
 * A loop with at least `minWork` operations, measured or estimated, that one or two kinds of hazards, or missing facts, keep from being
 * parallel.
 */
export function isNear(verdict: Verdict, minWork: number): boolean {
  const obstacles = new Set(verdict.hazards.map(({ code }) => code)).size + verdict.missing.length;
  const { measuredMs } = verdict.cost;
  const work = measuredMs === undefined ? workOf(verdict) : measuredMs * 1e6;
  return verdict.outcome !== 'parallel' && obstacles <= nearObstacles && work >= minWork;
}

/** Whether a loop counts at the level asked for. */
export function isFinding(verdict: Verdict, level: Level, minWork: number): boolean {
  if (level === 'none') return false;
  return isOpportunity(verdict) || (level === 'near' && isNear(verdict, minWork));
}

/** The loops worth a look; what stands inside a loop that can be rewritten goes with it. */
export function selectWorthALook(verdicts: readonly Verdict[], minWork: number): Verdict[] {
  const opportunities = verdicts.filter(isOpportunity);
  return verdicts.filter(
    (verdict) =>
      (isOpportunity(verdict) || isNear(verdict, minWork)) &&
      !opportunities.some((outer) => standsInside(verdict.loop, outer.loop)),
  );
}

/** By measured time, the most first; without a profile by file and position, as they were. */
export function rankByTime(verdicts: readonly Verdict[]): Verdict[] {
  const timeOf = ({ cost }: Verdict): number => cost.measuredMs ?? 0;
  return [...verdicts].sort((a, b) => timeOf(b) - timeOf(a));
}

function standsInside(inner: Loop, outer: Loop): boolean {
  return (
    inner !== outer &&
    inner.file === outer.file &&
    outer.range[0] <= inner.range[0] &&
    inner.range[1] <= outer.range[1]
  );
}

/** Estimated operations of the whole loop. */
export function workOf({ cost }: Verdict): number {
  return cost.perIteration * (cost.trips ?? assumedTrips);
}
