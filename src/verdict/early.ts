/**
 * Purpose: loops that nothing in their bodies could make parallel, told before the bodies are looked into.
 * Input: a sketch of the loop (`sketchLoop`).
 * Guarantee: what is refused here is refused with all facts too, perhaps with more hazards.
 */
import type { LoopAnalysis } from '../facts/index.ts';
import type { AnalyzeContext } from './analyze.ts';
import { planMethodItems } from './plan/method-items.ts';
import { viewLoop } from './slice/loop-view.ts';
import { findSpaceBlockers } from './slice/space-blockers.ts';
import { findSyntaxBlockers } from './slice/syntax-blockers.ts';

/** By its head, by what its syntax does to the items, or because nothing shows that the receiver is an array. */
export function isRefusedEarly(sketch: LoopAnalysis, { options, facts }: AnalyzeContext): boolean {
  const view = viewLoop(sketch, options, facts);
  if (findSpaceBlockers(view, findSyntaxBlockers(view)).length > 0) return true;
  if (sketch.site.node.type !== 'CallExpression') return false;
  return sketch.facts.loop.form === 'reduce' || 'refusals' in planMethodItems(view);
}
