/**
 * Purpose: a loop before its body is looked into.
 * Input: a loop site and the run's context.
 * Guarantee: the loop, its space and its cost are those of `collectFacts`; of the body nothing is said.
 */
import type { LoopFacts, ValueFact } from '../model/index.ts';
import type { LoopAnalysis, LoopSite } from './analysis.ts';
import { bindingsSeenFrom } from './bindings.ts';
import type { FactsContext } from './context.ts';
import { nothingKnown } from './dependence/index.ts';
import { costOf } from './loop-cost.ts';
import { findModuleSideEffects } from './module-effects.ts';
import { refineSpace } from './refine-space.ts';
import { runOf, useBudgetOf } from './run.ts';

const unknown: ValueFact = {
  primitive: false,
  refersTo: [],
  unknown: true,
  cloneability: { kind: 'unknown', path: '' },
};

export function sketchLoop(site: LoopSite, context: FactsContext): LoopAnalysis {
  const run = runOf(context);
  useBudgetOf(run, site.unit);
  const facts: LoopFacts = {
    loop: { ...site.loop, space: refineSpace(site, context) },
    bindings: [],
    effects: [],
    accesses: [],
    captures: [],
    flows: [],
    dependences: [],
    roles: [],
    reductions: [],
    cost: costOf(context, site),
  };
  return {
    site,
    facts,
    innerLoops: [],
    aliases: nothingKnown,
    effectsIn: () => [],
    valueOf: () => unknown,
    mayShareObjects: () => false,
    kindsOf: () => undefined,
    classesIn: () => [],
    mayHoldOtherInstances: () => false,
    bindingOf: bindingsSeenFrom(site),
    testEffects: () => [],
    mayBeIterated: () => false,
    isInduction: () => false,
    isPrivate: () => false,
    hiddenDepth: () => 0,
    contentOfLists: () => undefined,
    moduleHasSideEffects: () => findModuleSideEffects(run, site.unit),
  };
}
