/**
 * Purpose: the outcome of one loop: a plan, or the hazards that stand against one.
 * Input: the facts of a loop and the options.
 * Guarantee: `parallel` only with a plan; `blocked` with a definite hazard; `undecided` when only missing facts stand between.
 */
import type {
  AnalyzeOptions,
  Hazard,
  HazardCode,
  MissingFact,
  Range,
  Template,
  Verdict,
} from '../model/index.ts';
import { shareOfPart } from '../facts/index.ts';
import type { FactsContext, LoopAnalysis } from '../facts/index.ts';
import { isWorthwhile } from '../facts/cost/index.ts';
import { findPatternBlockers, findSpaceBlockers } from './slice/space-blockers.ts';
import { findFlowBlockers, findPlainBlockers } from './slice/blockers.ts';
import type { Blocker } from './slice/describe.ts';
import { findExits } from './slice/exits.ts';
import { viewLoop } from './slice/loop-view.ts';
import type { LoopView } from './slice/loop-view.ts';
import { callsThatStay } from './moved.ts';
import { planLoop } from './plan/index.ts';
import type { Attempt } from './plan/index.ts';

export function judge(analysis: LoopAnalysis, options: AnalyzeOptions, context: FactsContext): Verdict {
  const { loop, cost } = analysis.facts;
  const view = viewLoop(analysis, options, context);
  const plain = findPlainBlockers(view);
  const attempt = attemptPlan(view, plain);
  if ('plan' in attempt) {
    const { plan } = attempt;
    const movedShare = shareOfPart(
      context,
      analysis.site,
      rangesIn(plan.task.body),
      callsThatStay(analysis.facts.effects),
    );
    const weighed = { ...cost, movedShare };
    const worthwhile = isWorthwhile(weighed, options.minWork);
    return { loop, outcome: 'parallel', hazards: [], missing: [], plan, cost: weighed, worthwhile };
  }
  const refused = distinctHazards(attempt.refusals);
  const missing = distinctMissing(attempt.refusals);
  const isUndecided = refused.every(({ certainty }) => certainty === 'possible') && missing.length > 0;
  // What can't be loaded or sent is the whole reason: else the loop would have been split or gathered.
  const isTransfer = refused.every(({ code }) => ofTransfer.has(code));
  const hazards =
    isUndecided || (isTransfer && refused.length > 0)
      ? refused
      : distinctHazards([...attempt.refusals, ...findExits(view), ...plain.filter(isDefiniteEffect)]);
  const outcome = isUndecided ? 'undecided' : 'blocked';
  return { loop, outcome, hazards, missing, plan: undefined, cost, worthwhile: false };
}

/** Dependences are tested only where the items alone don't settle it: that takes far longer than all else. */
function attemptPlan(view: LoopView, plain: readonly Blocker[]): Attempt {
  const known = findSpaceBlockers(view, plain);
  if (!known.every(isAliasing)) return { refusals: known };
  const flows = findFlowBlockers(view);
  const fixed = [...known, ...findPatternBlockers(view, flows)];
  if (!fixed.every(isAliasing)) return { refusals: fixed };
  const attempt = planLoop(view, [...plain, ...flows]);
  if (fixed.length === 0) return attempt;
  // That two names may mean one object doesn't hide what surely stands against a plan.
  return { refusals: 'plan' in attempt ? fixed : [...fixed, ...attempt.refusals] };
}

function isAliasing({ missing }: Blocker): boolean {
  return missing?.kind === 'no-alias';
}

/** The text of the source file that a template takes. */
function rangesIn(template: Template): readonly Range[] {
  return template.filter((part) => typeof part !== 'string');
}

/** What the body surely does to the world outside. */
function isDefiniteEffect({ effect, hazard }: Blocker): boolean {
  return effect !== undefined && effect.kind !== 'read' && hazard.certainty === 'definite';
}

/** So many are enough where others are certain. */
const maxPossible = 4;

/** One for each code and variable, definite ones first, then in source order. */
function distinctHazards(refusals: readonly Blocker[]): readonly Hazard[] {
  const found = new Map<string, Hazard>();
  for (const { hazard } of [...refusals].sort(byCertainty)) {
    const key = `${hazard.code} ${ofPlaces.has(hazard.code) ? ownerOf(hazard.subject) : hazard.subject}`;
    if (!found.has(key)) found.set(key, hazard);
  }
  const hazards = [...found.values()];
  const definite = hazards.filter(({ certainty }) => certainty === 'definite');
  return definite.length === 0 ? hazards : hazards.slice(0, definite.length + maxPossible);
}

const ofTransfer = new Set<HazardCode>([
  'module-side-effects',
  'import-cycle',
  'two-module-forms',
  'no-iterators',
  'uncloneable-capture',
  'uncloneable-result',
  'lossy-capture',
  'lossy-result',
  'native-handle',
]);

/** Hazards whose subjects are places. */
const ofPlaces = new Set<HazardCode>([
  'carried-flow',
  'aliasing',
  'shared-mutation',
  'item-mutation',
  'module-state',
  'this-capture',
]);

/** `rows` of `rows[…].cells`, `this.scene` of `this.scene.lamps`. */
function ownerOf(subject: string): string {
  return /^(?:this\.)?[\w$]+(?=[.[])/.exec(subject)?.[0] ?? subject;
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
