/**
 * Purpose: loops that can't turn out parallel and worthwhile, told before all that it takes to judge them is worked out.
 * Input: a sketch of the loop (`sketchLoop`), or all facts, of which no dependence is asked for.
 * Guarantee: what is refused here is refused with everything known too, perhaps with more hazards.
 */
import type { IsEnough, LoopAnalysis } from '../facts/index.ts';
import type { AnalyzeContext } from './analyze.ts';
import { movesTooLittle } from './moved.ts';
import { planLoop } from './plan/index.ts';
import { hasNoItems } from './plan/method.ts';
import { findEffectBlockers, isUnknownEffect } from './slice/blockers.ts';
import { viewLoop } from './slice/loop-view.ts';
import { findSpaceBlockers, isRefusedByUnknownCode } from './slice/space-blockers.ts';
import { findSyntaxBlockers } from './slice/syntax-blockers.ts';

/**
 * By the items: code of the body may change which they are. Told of a sketch by syntax, of all facts also by effects, before any
 * dependence is tested.
 */
export function isRefusedByItems(analysis: LoopAnalysis, context: AnalyzeContext): boolean {
  const view = viewLoop(analysis, context.options, context.facts);
  return findSpaceBlockers(view, findSyntaxBlockers(view)).length > 0;
}

/**
 * Ends the search for facts with the effect that settles that a loop is refused: unknown code that may change which the items are, or
 * that leaves too little to move.
 */
export function refusedBy(sketch: LoopAnalysis, context: AnalyzeContext): IsEnough {
  const view = viewLoop(sketch, context.options, context.facts);
  const isByItems = isRefusedByUnknownCode(view);
  let hasUnknown = false;
  let count = 0;
  let next = 1;
  return (effect, found) => {
    hasUnknown ||= isUnknownEffect(effect);
    if (!hasUnknown || isByItems) return hasUnknown;
    // All that was found is looked at ever less often, so that this takes no longer than finding it.
    if (++count < next) return false;
    next = count * 2;
    return movesTooLittle(sketch.site, found(), context);
  };
}

/** Because nothing, or not enough, could move to a worker even if no iteration depended on another. */
export function isRefusedByEffects(analysis: LoopAnalysis, context: AnalyzeContext): boolean {
  if (movesTooLittle(analysis.site, analysis.facts.effects, context)) return true;
  const view = viewLoop(analysis, context.options, context.facts);
  return 'refusals' in planLoop(view, [...findEffectBlockers(view), ...findSyntaxBlockers(view)]);
}

/** By its head, by what its syntax does to the items, or because nothing shows that the receiver is an array. */
export function isRefusedEarly(sketch: LoopAnalysis, context: AnalyzeContext): boolean {
  if (isRefusedByItems(sketch, context)) return true;
  if (sketch.site.node.type !== 'CallExpression') return false;
  const view = viewLoop(sketch, context.options, context.facts);
  return sketch.facts.loop.form === 'reduce' || hasNoItems(view);
}
