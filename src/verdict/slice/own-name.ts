/**
 * Purpose: callbacks that refer to themselves by the name of their function expression.
 * Input: the callback of a loop.
 * Guarantee: nothing, or the uses of the name: it stands for the callback alone, which the call of the pool no longer has.
 */
import { makeHazard, type Blocker } from './describe.ts';
import type { LoopView } from './loop-view.ts';

export function findUsesOfOwnName(view: LoopView): readonly Blocker[] {
  const { callback } = view.analysis.site;
  if (callback?.type !== 'FunctionExpression' || !callback.id) return [];
  const { name: subject } = callback.id;
  const uses = view.names.variableOf(callback.id)?.references ?? [];
  return uses.map(({ identifier: { range } }) => {
    const hazard = makeHazard(view, 'uncloneable-capture', { subject, range });
    return { range, hazard, missing: undefined, effect: undefined };
  });
}
