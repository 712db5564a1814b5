/** The pipeline on one screen: find the loops, collect what is known of each, judge it, plan its rewrite. */
import type { AnalyzeOptions, Cost, CpuProfile, Loop, SourceUnit, Verdict } from '../model/index.ts';
import type { FactsContext, LoopSite, ModuleResolver } from '../facts/index.ts';
import {
  collectFacts,
  collectFactsUntil,
  costBoundOf,
  costOf,
  findLoops,
  sketchLoop,
} from '../facts/index.ts';
import { wholeWork } from '../facts/cost/index.ts';
import { isRefusedByEffects, isRefusedByItems, isRefusedEarly, refusedBy } from './early.ts';
import { judge } from './judge.ts';
import { defaultOptions } from './options.ts';

/** What a run shares between files; make one with `createAnalyzeContext` and keep it for the whole run. */
export interface AnalyzeContext {
  readonly options: AnalyzeOptions;
  readonly project: ModuleResolver | undefined;
  /** Holds the cache of function summaries. */
  readonly facts: FactsContext;
}

/**
 * @param project finds imported files; without it every imported function is unknown
 * @param profile measured times: what is `worthwhile` then goes by them
 */
export function createAnalyzeContext(
  options: Partial<AnalyzeOptions> = {},
  project?: ModuleResolver,
  profile?: CpuProfile,
): AnalyzeContext {
  const all = { ...defaultOptions, ...options };
  return { options: all, project, facts: { project, pure: all.pure, profile } };
}

/** One verdict for every loop of the file, in source order (an outer loop before those inside it). Never throws. */
export function analyze(unit: SourceUnit, context: AnalyzeContext): Verdict[] {
  return findLoops(unit).map((site) =>
    judge(collectFacts(site, context.facts), context.options, context.facts),
  );
}

/** The verdicts of a file's heavy loops, and the loops that are light: of less work than the option `minWork`, whatever they do. */
export interface HeavyVerdicts {
  readonly verdicts: readonly Verdict[];
  readonly light: readonly Loop[];
}

/** The same as `analyze` for heavy loops; of light ones, which nearly all are, nothing else is worked out. Never throws. */
export function analyzeHeavy(unit: SourceUnit, context: AnalyzeContext): HeavyVerdicts {
  const isHeavy = (cost: Cost): boolean => wholeWork(cost) >= context.options.minWork;
  const verdicts: Verdict[] = [];
  const light: Loop[] = [];
  for (const site of findLoops(unit)) {
    if (costsEnough(site, context.facts, isHeavy))
      verdicts.push(judge(collectFacts(site, context.facts), context.options, context.facts));
    else light.push(site.loop);
  }
  return { verdicts, light };
}

/**
 * The verdicts of the loops alone that are parallel and worthwhile: the same as those of `analyze`, in a fraction of its time, since
 * most loops are told to be none before their bodies are looked into.
 * @param isWanted by a loop's cost, whether it is of interest; what costs more must be of no less
 */
export function findOpportunities(
  unit: SourceUnit,
  context: AnalyzeContext,
  isWanted: (cost: Cost) => boolean,
): Verdict[] {
  return findLoops(unit)
    .filter((site) => costsEnough(site, context.facts, isWanted))
    .flatMap((site) => {
      const sketch = sketchLoop(site, context.facts);
      if (isRefusedEarly(sketch, context)) return [];
      const analysis = collectFactsUntil(site, context.facts, refusedBy(sketch, context));
      if (!analysis || isRefusedByItems(analysis, context) || isRefusedByEffects(analysis, context))
        return [];
      return [judge(analysis, context.options, context.facts)];
    })
    .filter(({ worthwhile }) => worthwhile);
}

/** A bound answers for nearly all loops, in less time; a profile measures, and there is no bound to what it says. */
function costsEnough(site: LoopSite, facts: FactsContext, isEnough: (cost: Cost) => boolean): boolean {
  const mayBe = facts.profile !== undefined || isEnough(costBoundOf(facts, site));
  return mayBe && isEnough(costOf(facts, site));
}
