/**
 * Purpose: keys that are made of bytes: `(r << 16) | (g << 8) | b`.
 * Input: the variable that holds the key, in its function.
 * Guarantee: different bytes make different keys, each a whole number from 1 to 2^31; no key is 0, which an empty slot holds.
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { ScopeIndex } from '../scopes.ts';
import { isReassigned } from '../scopes.ts';
import { initOf, wholeOf } from './literals.ts';

type Node = TSESTree.Node;

export interface Packed {
  /** Parameters of the function, from the highest byte to the lowest. */
  readonly inputs: readonly Variable[];
  readonly shape: string;
}

/** @param tag `const tag = key + 1` */
export function packedBytes(
  scopes: ScopeIndex,
  tag: Variable,
  owner: TSESTree.FunctionDeclaration,
): Packed | undefined {
  const init = initOf(tag);
  if (init?.type !== 'BinaryExpression' || init.operator !== '+' || wholeOf(init.right) !== 1)
    return undefined;
  const key = init.left.type === 'Identifier' ? scopes.variableOf(init.left) : undefined;
  const packed = key && !isReassigned(key) ? initOf(key) : undefined;
  const parts = packed && operandsOf(packed).map((part) => shifted(part));
  if (!parts) return undefined;
  const inputs = parts.flatMap(({ name }) => (name.type === 'Identifier' ? [scopes.variableOf(name)] : []));
  const known = inputs.filter((input) => input !== undefined && isOwnParameter(input, owner));
  const shifts = parts.map(({ by }) => by);
  if (known.length < parts.length || !areApart(shifts)) return undefined;
  return { inputs: known as readonly Variable[], shape: shifts.join() };
}

/** The operands of `a | b | c`. */
function operandsOf(node: Node): readonly Node[] {
  if (node.type !== 'BinaryExpression' || node.operator !== '|') return [node];
  return [...operandsOf(node.left), ...operandsOf(node.right)];
}

/** `r << 16`, or `b` alone. */
function shifted(node: Node): { readonly name: Node; readonly by: number } {
  const isShift = node.type === 'BinaryExpression' && node.operator === '<<';
  return isShift ? { name: node.left, by: wholeOf(node.right) ?? NaN } : { name: node, by: 0 };
}

/** Eight bits for each, below the sign. */
function areApart(shifts: readonly number[]): boolean {
  return shifts.every(
    (by, index) => by >= 0 && by <= 23 && (index === 0 || by <= (shifts[index - 1] ?? 0) - 8),
  );
}

function isOwnParameter(variable: Variable, owner: TSESTree.FunctionDeclaration): boolean {
  const isParameter = owner.params.some((param) => param === variable.identifiers[0]);
  return isParameter && !isReassigned(variable);
}
