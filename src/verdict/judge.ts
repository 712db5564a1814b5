/**
 * Purpose: the outcome of one loop: a plan, or the hazards that stand against one.
 * Input: the facts of a loop and the options.
 * Guarantee: `parallel` only with a plan; `blocked` with a definite hazard; `undecided` when only missing facts stand between.
 */
import type { AnalyzeOptions, Hazard, MissingFact, Verdict } from '../model/index.ts';
import type { FactsContext, LoopAnalysis } from '../facts/index.ts';
import { isWorthwhile } from '../facts/cost/index.ts';
import { findSpaceBlockers } from './slice/space-blockers.ts';
import { findBlockers } from './slice/blockers.ts';
import type { Blocker } from './slice/describe.ts';
import { viewLoop } from './slice/loop-view.ts';
import { planLoop } from './plan/index.ts';

export function judge(analysis: LoopAnalysis, options: AnalyzeOptions, context: FactsContext): Verdict {
  const { loop, cost } = analysis.facts;
  const view = viewLoop(analysis, options, context);
  const blockers = findBlockers(view);
  const fixed = findSpaceBlockers(view, blockers);
  const attempt = fixed.length > 0 ? { refusals: fixed } : planLoop(view, blockers);
  if ('plan' in attempt) {
    const worthwhile = isWorthwhile(cost, options.minWork);
    return { loop, outcome: 'parallel', hazards: [], missing: [], plan: attempt.plan, cost, worthwhile };
  }
  const hazards = distinctHazards(attempt.refusals);
  const missing = distinctMissing(attempt.refusals);
  const isUndecided = hazards.every(({ certainty }) => certainty === 'possible') && missing.length > 0;
  const outcome = isUndecided ? 'undecided' : 'blocked';
  return { loop, outcome, hazards, missing, plan: undefined, cost, worthwhile: false };
}

/** One for each code and subject, definite ones first, then in source order. */
function distinctHazards(refusals: readonly Blocker[]): readonly Hazard[] {
  const found = new Map<string, Hazard>();
  for (const { hazard } of [...refusals].sort(byCertainty)) {
    const key = `${hazard.code} ${hazard.subject}`;
    if (!found.has(key)) found.set(key, hazard);
  }
  return [...found.values()];
}

function byCertainty({ hazard: a }: Blocker, { hazard: b }: Blocker): number {
  if (a.certainty !== b.certainty) return a.certainty === 'definite' ? -1 : 1;
  return a.range[0] - b.range[0];
}

function distinctMissing(refusals: readonly Blocker[]): readonly MissingFact[] {
  const found = new Map(
    refusals.flatMap(({ missing }) =>
      missing ? [[`${missing.kind} ${missing.subject}`, missing] as const] : [],
    ),
  );
  return [...found.values()];
}
