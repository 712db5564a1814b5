/** What one run of the analysis remembers, by its context: summaries, and the values of variables seen from inside functions. */
import type { FunctionNode } from './analysis.ts';
import type { FactsContext } from './context.ts';
import { unitOf } from './scopes.ts';
import type { Variable } from './scopes.ts';
import type { SummaryTable } from './summaries/table.ts';
import { createSummaryTable } from './summaries/table.ts';
import type { TSESTree } from '@typescript-eslint/types';
import type { Type } from './values/type.ts';
import type { Value } from './values/value.ts';

export interface Run {
  readonly context: FactsContext;
  /** Only what stands in the expression itself is looked at: no function is summarised. */
  readonly isShallow: boolean;
  readonly summaries: SummaryTable;
  /** What variables hold, seen from inside functions below them. */
  readonly outerValues: Map<Variable, Value>;
  /** Types of expressions and variables, each inferred once. */
  readonly inferred: WeakMap<TSESTree.Node, Type>;
  readonly types: WeakMap<Variable, Type>;
  /** Functions whose summaries are being put in, outermost first. */
  readonly applying: FunctionNode[];
  readonly unitOf: typeof unitOf;
}

const runs = new WeakMap<FactsContext, Run>();

export function runOf(context: FactsContext): Run {
  const known = runs.get(context);
  if (known) return known;
  const run = createRun(context, false);
  runs.set(context, run);
  return run;
}

/** A run of its own; see `isShallow`. */
export function createRun(context: FactsContext, isShallow: boolean): Run {
  return {
    context,
    isShallow,
    summaries: createSummaryTable(),
    outerValues: new Map(),
    inferred: new WeakMap(),
    types: new WeakMap(),
    applying: [],
    unitOf,
  };
}
