/**
 * Purpose: calls of the project's own functions that make a new object: `zeros(n)`, `utils.makeMatrix(n, n)`.
 * Input: a call expression and the summary of its callee.
 * Guarantee: true only when every object that the call may return was made in it, and nothing else holds it afterwards:
 * the callee writes and changes nothing of its caller's, and runs no code that isn't known.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { FunctionNode } from './analysis.ts';
import { unwrap } from './ast.ts';
import type { Run } from './run.ts';
import { summarize } from './summaries/summarize.ts';
import type { Summary } from './summaries/table.ts';
import { codeOfExpression } from './values/outer.ts';
import type { FreshObject } from './values/value.ts';

export function isMadeByCall(run: Run, unit: SourceUnit, expression: TSESTree.Node): boolean {
  return objectsMadeBy(run, unit, expression).length > 0;
}

/** The same, where what the call gives is surely an array. */
export function isArrayMadeByCall(run: Run, unit: SourceUnit, expression: TSESTree.Node): boolean {
  const objects = objectsMadeBy(run, unit, expression);
  const isArray = ({ type, fields, instanceOf }: FreshObject): boolean =>
    !instanceOf && fields.size === 0 && [...type].every(({ kind }) => kind === 'array');
  return objects.length > 0 && objects.every(isArray);
}

/** The objects of which a call gives one; none unless it made all of them. */
function objectsMadeBy(run: Run, unit: SourceUnit, expression: TSESTree.Node): readonly FreshObject[] {
  const callee = calleeOf(run, unit, expression);
  return callee ? ownObjects(summarize(run, callee.node, callee.unit)) : [];
}

/** The only function that a call can be one of, when what it returns is what the call gives. */
export function calleeOf(
  run: Run,
  unit: SourceUnit,
  expression: TSESTree.Node,
): { readonly node: FunctionNode; readonly unit: SourceUnit } | undefined {
  const call = unwrap(expression);
  if (run.isShallow || call.type !== 'CallExpression') return undefined;
  const callee = codeOfExpression(run, unwrap(call.callee), unit);
  const [ref, ...others] = callee?.refs.values() ?? [];
  const isOne = ref?.kind === 'function' && others.length === 0;
  return isOne && !ref.node.async && !ref.node.generator ? ref : undefined;
}

/** Effects that let no object out of the function. */
const harmless = new Set(['read', 'throw', 'nondeterminism', 'ambient']);

function ownObjects({ steps, stores, returns }: Summary): readonly FreshObject[] {
  if (stores.length > 0 || !steps.every(({ kind }) => harmless.has(kind))) return [];
  const refs = [...returns.refs.values()];
  const objects = refs.flatMap((ref) =>
    ref.kind === 'object' && !ref.view && !ref.object.escaped ? [ref.object] : [],
  );
  return objects.length === refs.length ? objects : [];
}
