/** The pipeline on one screen: find the loops, collect what is known of each, judge it, plan its rewrite. */
import type { AnalyzeOptions, Cost, CpuProfile, SourceUnit, Verdict } from '../model/index.ts';
import type { FactsContext, ModuleResolver } from '../facts/index.ts';
import { collectFacts, costOf, findLoops } from '../facts/index.ts';
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

/**
 * One verdict for every loop of the file, in source order (an outer loop before those inside it). Never throws.
 * @param isWanted by a loop's cost, whether it is looked into at all: who speaks of heavy loops only needs no verdict of the others.
 */
export function analyze(
  unit: SourceUnit,
  context: AnalyzeContext,
  isWanted: (cost: Cost) => boolean = () => true,
): Verdict[] {
  return findLoops(unit)
    .filter((site) => isWanted(costOf(context.facts, site)))
    .map((site) => judge(collectFacts(site, context.facts), context.options, context.facts));
}
