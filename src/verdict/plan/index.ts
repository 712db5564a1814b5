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
import { planItems } from './items.ts';
import { planMethod, planMethodItems } from './method.ts';

export type { Attempt } from './attempt.ts';

export function planLoop(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const { form } = view.analysis.facts.loop;
  if (form === 'forEach') return planForEach(view, blockers);
  if (view.analysis.site.callback !== undefined || form === 'from') return planMethod(view, blockers);
  const items = planItems(view);
  if (!items) return { refusals: blockers };
  return planGather(view, blockers, items) ?? planFission(view, blockers, items);
}

function planForEach(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const items = planMethodItems(view);
  if ('refusals' in items) return items;
  return planFission(view, blockers, items);
}
