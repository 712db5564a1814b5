/** Operations from syntax. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cost } from '../../model/index.ts';

/** What one call weighs: operations, whether that is known rather than guessed, and why it is heavy. */
export interface CallWeight {
  readonly operations: number;
  readonly certain: boolean;
  /** `recursion`, `nested loop`: what stands behind the name; empty for a cheap one. */
  readonly because: readonly string[];
}

/** Asked for every call and `new`; undefined when the callee isn't known. */
export type WeighCall = (
  node: TSESTree.CallExpression | TSESTree.NewExpression | TSESTree.TaggedTemplateExpression,
) => CallWeight | undefined;

export interface CostInput {
  /** The loop's body, or the callback. */
  readonly body: TSESTree.Node;
  readonly trips: number | undefined;
  readonly weighCall: WeighCall;
  readonly measuredMs?: number | undefined;
}

/** Cost of one iteration of a loop. */
export function estimateCost(input: CostInput): Cost {
  const weight = weighCode(input.body, input.weighCall);
  return {
    perIteration: weight.operations,
    trips: input.trips,
    certain: weight.certain,
    because: weight.because,
    measuredMs: input.measuredMs,
  };
}

/** Weight of running a piece of code once: a function's body for its summary, a loop's body for its cost. */
export function weighCode(node: TSESTree.Node, weighCall: WeighCall): CallWeight {
  void node;
  void weighCall;
  return { operations: 1, certain: false, because: [] };
}
