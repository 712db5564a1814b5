/**
 * Purpose: a rewrite for a loop, by the first planner that has one.
 * Input: a loop and what can't leave the main thread.
 * Guarantee: the rewritten program behaves as the original one, or there is no plan.
 */
import type { Blocker } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { Attempt } from './attempt.ts';
import { planFission } from './fission.ts';
import { planGather } from './gather.ts';
import { settleHead } from './head.ts';
import { planItems } from './items.ts';
import { planMethod } from './method.ts';
import { planMethodItems } from './method-items.ts';
import { planNamed } from './named.ts';
import { planOwn } from './own/index.ts';

export type { Attempt } from './attempt.ts';

export function planLoop(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const { form } = view.analysis.facts.loop;
  const { callback, node } = view.analysis.site;
  if (node.type === 'CallExpression' && !callback && form !== 'reduce') return planNamed(view, blockers);
  if (form === 'forEach') return planForEach(view, blockers);
  if (node.type === 'CallExpression') return planMethod(view, blockers);
  const items = planItems(view);
  if (!items) return { refusals: blockers };
  const settle = (attempt: Attempt): Attempt =>
    'plan' in attempt ? settleHead(view, attempt.plan) : attempt;
  const gathered = planGather(view, blockers, items);
  const collected = gathered && settle(gathered);
  if (collected && ('plan' in collected || collected === gathered)) return collected;
  const split = settle(planFission(view, blockers, items));
  if ('plan' in split) return split;
  const own = planOwn(view, blockers, items);
  return own ? settle(own) : split;
}

function planForEach(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const items = planMethodItems(view);
  if ('refusals' in items) return items;
  return planFission(view, blockers, items);
}
