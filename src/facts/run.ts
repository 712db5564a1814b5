/** What one run of the analysis remembers, by its context: summaries, and the values of variables seen from inside functions. */
import type { SourceUnit } from '../model/index.ts';
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
  /** Only what stands in the expression itself is looked at: no function is summarised, no imported type looked up. */
  readonly isShallow: boolean;
  readonly summaries: SummaryTable;
  /** What variables hold, seen from inside functions below them. */
  readonly outerValues: WeakMap<Variable, Value>;
  /** Types of expressions and variables, each inferred once. */
  readonly inferred: WeakMap<TSESTree.Node, Type>;
  readonly types: WeakMap<Variable, Type>;
  /** Types of annotations, and of the interfaces and classes that they name. */
  readonly annotated: WeakMap<TSESTree.Node, Type>;
  readonly declaredTypes: WeakMap<TSESTree.Node, Type>;
  /** Functions whose summaries are being put in, outermost first. */
  readonly applying: FunctionNode[];
  readonly unitOf: typeof unitOf;
  /** Steps of evaluation left for the file at hand. */
  budget: Budget;
}

interface Budget {
  left: number;
}

/** Steps of evaluation for one file, some seconds: beyond it what isn't known yet stays unknown, so time is bounded. */
const stepsPerFile = 1_500_000;

const budgets = new WeakMap<SourceUnit['ast'], Budget>();

/** From here on the work is done for `unit`. */
export function useBudgetOf(run: Run, unit: SourceUnit): void {
  const known = budgets.get(unit.ast) ?? { left: stepsPerFile };
  budgets.set(unit.ast, known);
  run.budget = known;
}

/** Thrown out of an evaluation that would take too long; see `evaluateSafely`. */
export class TooInvolved extends Error {}

/** Counts work done. Throws `TooInvolved` when there has been too much. */
export function spend(run: Run, steps: number): void {
  run.budget.left -= steps;
  if (run.budget.left < 0) throw new TooInvolved();
}

const runs = new WeakMap<FactsContext, Run>();

export function runOf(context: FactsContext): Run {
  const known = runs.get(context);
  if (known) return known;
  const run = createRun(context, false);
  runs.set(context, run);
  return run;
}

const shallowRuns = new WeakMap<FactsContext, Run>();

/** The run that only looks at what stands in an expression: for estimates, which must not cost more than they save. */
export function shallowRunOf(context: FactsContext): Run {
  const known = shallowRuns.get(context);
  if (known) return known;
  const run = createRun(context, true);
  shallowRuns.set(context, run);
  return run;
}

const localRuns = new WeakMap<SourceUnit['ast'], Run>();

/** The run of questions that need neither project nor summaries: finding loops has to be quick. */
export function localRunOf(unit: SourceUnit): Run {
  const known = localRuns.get(unit.ast);
  if (known) return known;
  const run = createRun({ project: undefined, pure: [] }, true);
  localRuns.set(unit.ast, run);
  return run;
}

function createRun(context: FactsContext, isShallow: boolean): Run {
  return {
    context,
    isShallow,
    summaries: createSummaryTable(),
    outerValues: new WeakMap(),
    inferred: new WeakMap(),
    types: new WeakMap(),
    annotated: new WeakMap(),
    declaredTypes: new WeakMap(),
    applying: [],
    unitOf,
    budget: { left: stepsPerFile },
  };
}
