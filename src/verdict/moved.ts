/**
 * Purpose: loops of which too little could move to workers, told by their effects alone.
 * Input: a loop, and effects of its body: all, or those found so far.
 * Guarantee: no plan for such a loop is worthwhile, whatever its dependences are.
 */
import { costOf, shareWithout } from '../facts/index.ts';
import type { LoopSite } from '../facts/index.ts';
import { isWorthwhile } from '../facts/cost/index.ts';
import type { Effect, Place, Range } from '../model/index.ts';
import type { AnalyzeContext } from './analyze.ts';
import { isUnknownEffect } from './slice/blockers.ts';

export function movesTooLittle(
  site: LoopSite,
  effects: readonly Effect[],
  { facts, options }: AnalyzeContext,
): boolean {
  const held = heldEffects(effects).map(({ range }) => range);
  const movedShare = shareWithout(facts, site, held, callsThatStay(effects));
  return !isWorthwhile({ ...costOf(facts, site), movedShare }, options.minWork);
}

/**
 * Ranges of what surely isn't moved: where only operands of such a call are moved, the call is none of the work that moves. (Output is
 * left out: printing counts with what is printed.)
 */
export function callsThatStay(effects: readonly Effect[]): readonly Range[] {
  return heldEffects(effects)
    .filter(({ kind }) => kind !== 'io')
    .map(({ range }) => range);
}

function heldEffects(effects: readonly Effect[]): readonly Effect[] {
  const hasUnknown = effects.some(isUnknownEffect);
  return effects.filter((effect) => stays(effect, hasUnknown));
}

/**
 * Whether code with this effect is left to the main thread by every plan. Of known changes nothing is said: some plans make them
 * anew (`out.push(…)`, `total[i] += …`).
 */
function stays(effect: Effect, hasUnknown: boolean): boolean {
  switch (effect.kind) {
    case 'read':
      return hasUnknown && mayBeChanged(effect.place);
    case 'write':
    case 'mutate':
      return isUnknownEffect(effect);
    case 'throw':
      return false;
    case 'io':
      return effect.device !== 'fs' || effect.mode === 'write';
    default:
      return true;
  }
}

/** By unknown code: what stands in any object that the iteration didn't make. */
function mayBeChanged({ root, path }: Place): boolean {
  if (root.kind === 'fresh' || root.kind === 'global') return false;
  return path.length > 0 || root.kind === 'unknown';
}
