/** Whether cheap values may be taken out of a loop. */
import type { Blocker } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';

/**
 * Blockers that make a loop sequential however it is split: flow dependences on anything but accumulators. Moving a multiplication out
 * of a recurrence would be exact, but would not make the loop parallel.
 */
export function ruleOutUnsafeReductions(view: LoopView, blockers: readonly Blocker[]): readonly Blocker[] {
  const accumulators = new Set(view.analysis.facts.reductions.map(({ name }) => name));
  return blockers.filter(({ hazard, effect }) => {
    const isFlow = hazard.code === 'carried-flow' || hazard.code === 'aliasing';
    return isFlow && effect === undefined && !accumulators.has(rootOf(hazard.subject));
  });
}

/** `counts` of `counts[…].n` */
function rootOf(subject: string): string {
  return /^[^.[]*/.exec(subject)?.[0] ?? subject;
}
