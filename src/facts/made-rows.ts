/**
 * Purpose: calls of the project's own functions that make an array of rows: `makeMatrix(n, n)`.
 * Input: a call expression and the source of its callee.
 * Guarantee: true only when every element of the array that the call gives is another new object, or a primitive.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding, SourceUnit } from '../model/index.ts';
import type { FunctionNode } from './analysis.ts';
import { returnedBy } from './ast.ts';
import type { AliasOracle } from './dependence/index.ts';
import { givesSeparateRows } from './dependence/index.ts';
import { calleeOf } from './makers.ts';
import type { Run } from './run.ts';
import { describeBinding, scopeIndexOf } from './scopes.ts';

/** @param aliasesOf what is known of the allocations of another file */
export function makesRows(
  run: Run,
  unit: SourceUnit,
  expression: TSESTree.Node,
  aliasesOf: (unit: SourceUnit) => AliasOracle,
): boolean {
  const callee = calleeOf(run, unit, expression);
  if (!callee || pending.has(callee.node)) return false;
  const returned = returnedBy(callee.node);
  const input = { aliases: aliasesOf(callee.unit), bindingOf: bindingsOf(callee.unit) };
  pending.add(callee.node);
  try {
    return returned.length > 0 && returned.every((body) => givesSeparateRows(body, { ...input, body }));
  } finally {
    pending.delete(callee.node);
  }
}

/** Functions that are being looked at: one that calls itself adds nothing to the answer, so it is none. */
const pending = new Set<FunctionNode>();

function bindingsOf(unit: SourceUnit): (identifier: TSESTree.Identifier) => Binding | undefined {
  const scopes = scopeIndexOf(unit);
  return (identifier) => {
    const variable = scopes.variableOf(identifier);
    return variable && describeBinding(variable, unit, [0, 0]);
  };
}
