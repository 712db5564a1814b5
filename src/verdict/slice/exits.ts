/**
 * Purpose: the jumps by which an iteration ends the whole loop.
 * Input: the body of a loop that could not be split.
 * Guarantee: `break` and `return` that lead out of the loop; a callback has none.
 */
import type { Blocker } from './describe.ts';
import { makeHazard } from './describe.ts';
import { endsIteration, jumpsOutOf } from './jumps.ts';
import type { LoopView } from './loop-view.ts';

export function findExits(view: LoopView): readonly Blocker[] {
  const { site, facts } = view.analysis;
  // How many iterations there are isn't known: that says it already.
  if (site.callback || facts.loop.space.kind === 'open') return [];
  return jumpsOutOf(site.body)
    .filter((jump) => !endsIteration(jump, site))
    .map(({ type, range }) => {
      const subject =
        type === 'ReturnStatement' ? 'return' : type === 'BreakStatement' ? 'break' : 'continue';
      return {
        range,
        hazard: makeHazard(view, 'early-exit', { subject, range }),
        missing: undefined,
        effect: undefined,
      };
    });
}
