/**
 * Purpose: loops that can't turn out parallel, told before all that it takes to judge them is worked out.
 * Input: a sketch of the loop (`sketchLoop`), or all facts, of which no dependence is asked for.
 * Guarantee: what is refused here is refused with everything known too, perhaps with more hazards.
 */
import type { LoopAnalysis } from '../facts/index.ts';
import type { Effect } from '../model/index.ts';
import type { AnalyzeContext } from './analyze.ts';
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

/** The effects of which one is enough to refuse a loop by its items: none, where unknown code can't change which they are. */
export function effectsThatRefuse(
  sketch: LoopAnalysis,
  context: AnalyzeContext,
): ((effect: Effect) => boolean) | undefined {
  const view = viewLoop(sketch, context.options, context.facts);
  return isRefusedByUnknownCode(view) ? isUnknownEffect : undefined;
}

/** Because nothing could move to a worker even if no iteration depended on another. */
export function isRefusedByEffects(analysis: LoopAnalysis, context: AnalyzeContext): boolean {
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
