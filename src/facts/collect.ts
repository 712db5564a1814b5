/**
 * Purpose: all that is known of one loop before it is judged.
 * Input: a loop site and the run's context.
 * Guarantee: every expression of the body is accounted for by an effect or evaluated to a value; else there is an `unknown` effect.
 */
import type { Effect, LoopFacts, ValueFact } from '../model/index.ts';
import type { LoopAnalysis, LoopSite } from './analysis.ts';
import { contains } from './ast.ts';
import { createAliases } from './aliases.ts';
import { findCaptures } from './captures.ts';
import type { FactsContext } from './context.ts';
import { costOf } from './loop-cost.ts';
import { analyzeDependences, originOfBinding, refineAliases } from './dependence/index.ts';
import type { DependenceFacts, DependenceInput } from './dependence/index.ts';
import type { Frame } from './effects/frame.ts';
import { evaluateAlone, evaluateLoopBody } from './effects/loop-body.ts';
import { collectAccesses } from './accesses.ts';
import { bindingsSeenFrom, collectBindings } from './bindings.ts';
import { externalEffect } from './external.ts';
import { findInnerLoops } from './inner-loops.ts';
import { classesHeld, mayHoldOtherInstances } from './instances.ts';
import { iterationOf } from './iterated.ts';
import { isLiveAfter } from './liveness.ts';
import { contentOfLists, primitiveTypeAt } from './points-to.ts';
import { runOf, useBudgetOf } from './run.ts';
import type { Run } from './run.ts';
import { unitOf, variableById } from './scopes.ts';
import { stepKey } from './summaries/compact.ts';
import { findModuleSideEffects } from './module-effects.ts';
import { isMemoTable } from './tables/memo.ts';
import { shareObjects, valueFact } from './value-facts.ts';
import { isOfPrototype } from './prototypes.ts';
import { refineSpace } from './refine-space.ts';

export function collectFacts(site: LoopSite, context: FactsContext): LoopAnalysis {
  const run = runOf(context);
  useBudgetOf(run, site.unit);
  return analysisOf(site, context, evaluateLoopBody(run, site));
}

/** Asked of each effect as it is found; `found` gives those of the body so far. */
export type IsEnough = (effect: Effect, found: () => readonly Effect[]) => boolean;

/** The same; undefined where an effect is found that settles what the facts are asked for, which ends the search. */
export function collectFactsUntil(
  site: LoopSite,
  context: FactsContext,
  isEnough: IsEnough,
): LoopAnalysis | undefined {
  const run = runOf(context);
  useBudgetOf(run, site.unit);
  const frame = evaluateLoopBody(run, site, (effect, at) => isEnough(effect, () => effectsOf(run, at)));
  return frame.isSettled ? undefined : analysisOf(site, context, frame);
}

function analysisOf(site: LoopSite, context: FactsContext, frame: Frame): LoopAnalysis {
  const run = runOf(context);
  const { unit } = site;
  const effects = effectsOf(run, frame);
  const accesses = collectAccesses(effects);
  const loop = { ...site.loop, space: refineSpace(site, context) };
  const bindings = collectBindings(site);
  const bindingOf = bindingsSeenFrom(site);
  const aliases = createAliases(run, site, frame);
  const input: DependenceInput = {
    loop,
    body: site.callback ?? site.body,
    accesses,
    bindings,
    bindingOf,
    aliases,
    isLiveAfter: (id) => isLiveAfter(run, site, id),
  };
  const refined = refineAliases(input);
  let testEffects: readonly Effect[] | undefined;
  let found: DependenceFacts | undefined;
  const dependenceFacts = (): DependenceFacts => (found ??= analyzeDependences(input));
  let captures: LoopFacts['captures'] | undefined;
  const facts: LoopFacts = {
    loop,
    bindings,
    effects,
    accesses,
    // Those of all functions that the body reaches: only for who asks.
    get captures() {
      return (captures ??= findCaptures(run, site, effects));
    },
    // Most loops are refused without them.
    get flows() {
      return dependenceFacts().flows;
    },
    get dependences() {
      return dependenceFacts().dependences;
    },
    get roles() {
      return dependenceFacts().roles;
    },
    get reductions() {
      return dependenceFacts().reductions;
    },
    cost: costOf(context, site),
  };
  return {
    site,
    facts,
    innerLoops: findInnerLoops(site),
    aliases: refined,
    effectsIn: (range) => effects.filter((effect) => contains(range, effect.range)),
    valueOf: (node): ValueFact => valueFact(frame, node, (place) => primitiveTypeAt(run, site, place)),
    mayShareObjects: (a, b) => shareObjects(frame.values.get(a), frame.values.get(b)),
    kindsOf(node) {
      const type = frame.values.get(node)?.type;
      return type && type.size > 0 ? [...type].map(({ kind }) => kind) : undefined;
    },
    classesIn: (node) => classesHeld(frame.values.get(node)),
    mayHoldOtherInstances: (node) => mayHoldOtherInstances(frame.values.get(node)),
    bindingOf,
    testEffects: () => {
      const test = site.node.type === 'ForStatement' ? site.node.test : null;
      return (testEffects ??= test ? effectsOf(run, evaluateAlone(run, site, test)) : []);
    },
    mayBeIterated: iterationOf(run, site, frame, refined),
    isInduction: (id) => dependenceFacts().isInduction(id),
    isPrivate: (id) => dependenceFacts().isPrivate(id),
    hiddenDepth: (id) => originOfBinding(input, id)?.hiddenDepth ?? 0,
    contentOfLists(id) {
      const source = originOfBinding(input, id)?.source;
      return source && contentOfLists(run, site, source);
    },
    moduleHasSideEffects: () => findModuleSideEffects(run, unit),
  };
}

/** What a call does twice at the same place counts once. */
function effectsOf(run: Run, frame: Frame): readonly Effect[] {
  const seen = new Set<string>();
  const effects: Effect[] = [];
  for (const step of frame.steps) {
    if (step.kind === 'invoke' || isOfMemo(run, frame, step)) continue;
    const key = `${step.range[0]}-${step.range[1]} ${step.conditional} ${stepKey(step)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    effects.push(externalEffect({ ...step, order: effects.length }, frame.unit));
    const isChange = step.kind === 'write' || step.kind === 'mutate';
    if (isChange && isOfPrototype(frame.unit, step.place)) effects.push(inherited(step, effects.length));
  }
  return effects;
}

/** Objects that inherit from what is changed are as good as changed by code that isn't known. */
function inherited({ range, conditional, via }: Frame['steps'][number], order: number): Effect {
  return { kind: 'hidden', why: 'a prototype', range, conditional, via, order };
}

/** What another file's cache holds makes no difference: a worker, which loads that file, has one of its own. */
function isOfMemo(run: Run, frame: Frame, step: Frame['steps'][number]): boolean {
  if (!('place' in step) || step.place.root.kind !== 'binding') return false;
  const variable = variableById(step.place.root.id);
  const isForeign = variable !== undefined && unitOf(variable)?.ast !== frame.unit.ast;
  return isForeign && step.place.path.length > 0 && isMemoTable(run, variable);
}
