/** The summaries of one run, finished and in the making. */
import type { Step, Store } from '../effects/frame.ts';
import type { FunctionNode } from '../analysis.ts';
import type { Location } from '../../model/index.ts';
import type { Value } from '../values/value.ts';

/**
 * What calling a function does, with its parameters, `this` and captured variables symbolic. What it does to objects of its
 * own is left out; those that it returns or stores stand in the values.
 */
export interface Summary {
  readonly name: string;
  readonly at: Location;
  readonly steps: readonly Step[];
  readonly stores: readonly Store[];
  readonly returns: Value;
  readonly yields: Value;
}

/** A summary that relies on approximations of functions lower in the stack, from position `low` on. */
export interface ProvisionalSummary {
  readonly summary: Summary;
  readonly low: number;
}

export interface SummaryTable {
  /** Goes with the file: a lint run of thousands of files holds none of them. */
  readonly finished: WeakMap<FunctionNode, Summary>;
  /** Functions being evaluated, outermost first. */
  readonly stack: FunctionNode[];
  /** Evaluated in the current round of a cycle that isn't closed yet. */
  readonly provisional: Map<FunctionNode, ProvisionalSummary>;
  /** Latest approximation of each function of an open cycle. */
  readonly approximations: Map<FunctionNode, { readonly summary: Summary; readonly rounds: number }>;
  /** Lowest position in the stack whose approximation the current evaluation relied on. */
  reliesOn: number;
  /** Some approximation changed in the current round. */
  changed: boolean;
}

export function createSummaryTable(): SummaryTable {
  return {
    finished: new WeakMap(),
    stack: [],
    provisional: new Map(),
    approximations: new Map(),
    reliesOn: Infinity,
    changed: false,
  };
}
