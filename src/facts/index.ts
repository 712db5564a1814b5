/** The facts layer: finds loops, and collects all that is known of one before it is judged. */
export type { FactsContext, ModuleResolver } from './context.ts';
export type {
  FunctionNode,
  InnerLoop,
  LoopAnalysis,
  LoopSite,
  ModuleSideEffects,
} from './analysis.ts';
export type { AliasOracle } from './dependence/index.ts';
