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

export interface SummaryInProgress {
  readonly node: FunctionNode;
  approximation: Summary;
  /** Somebody below used the approximation. */
  used: boolean;
}

export interface SummaryTable {
  readonly finished: Map<FunctionNode, Summary>;
  readonly stack: SummaryInProgress[];
  /** Lowest position in the stack whose approximation the current evaluation relied on. */
  reliesOn: number;
  /** Evaluations so far by function, to bound the fixed point. */
  readonly attempts: Map<FunctionNode, number>;
}

export function createSummaryTable(): SummaryTable {
  return { finished: new Map(), stack: [], reliesOn: Infinity, attempts: new Map() };
}
