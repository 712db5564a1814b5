/** The facts layer: finds loops, and collects all that is known of one before it is judged. */
export { findLoops, mayHoldLoop } from './loops.ts';
export { collectFacts, collectFactsUntil } from './collect.ts';
export type { IsEnough } from './collect.ts';
export { costBoundOf } from './cost-bound.ts';
export { costOf, shareOfPart, shareWithout } from './loop-cost.ts';
export { sketchLoop } from './sketch.ts';
export { findEarlyRead } from './import-cycles.ts';
export { deferringCode, findEarlyCall } from './load-time.ts';
export { findImportEffect, modulesNamedIn } from './module-effects.ts';
export type { FactsContext, ModuleResolver } from './context.ts';
export type { FunctionNode, InnerLoop, LoopAnalysis, LoopSite, ModuleSideEffects } from './analysis.ts';
export { printEffect, printFacts, printPlace, printValue } from './print-facts.ts';
export type { ClassRef } from './values/type.ts';
export type { AliasOracle } from './dependence/index.ts';
