/**
 * Purpose: expressions that make a new object each time they are evaluated.
 * Input: an initialiser.
 * Guarantee: the object (and, for `rows`, each of its elements) is held by nothing else when the expression is done.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { bare, isFunction } from './syntax.ts';

type Node = TSESTree.Node;

export interface Allocation {
  /** What the elements are: objects made one by one, or nothing that can be shared yet (`[]`, `new Array(n)`). */
  readonly rows: 'separate' | 'unknown';
  readonly isTyped: boolean;
  readonly hasTypedRows: boolean;
}

const plain: Allocation = { rows: 'unknown', isTyped: false, hasTypedRows: false };
const empty: Allocation = { ...plain, rows: 'separate' };
const typed: Allocation = { ...empty, isTyped: true };

/** What `node` allocates; `isNumber` tells expressions that are surely numbers (a size, not a buffer to view). */
export function allocationOf(node: Node, isNumber: (node: Node) => boolean): Allocation | undefined {
  const expression = bare(node);
  switch (expression.type) {
    case 'ArrayExpression':
      return literalRows(expression, isNumber);
    case 'ObjectExpression':
      return plain;
    case 'NewExpression':
      return constructed(expression, isNumber);
    case 'CallExpression':
      return called(expression, isNumber);
    default:
      return undefined;
  }
}

function literalRows(node: TSESTree.ArrayExpression, isNumber: (node: Node) => boolean): Allocation {
  const rows = node.elements.map((e) =>
    e && e.type !== 'SpreadElement' ? allocationOf(e, isNumber) : undefined,
  );
  const areSeparate = rows.every((row) => row !== undefined);
  return {
    ...plain,
    rows: areSeparate ? 'separate' : 'unknown',
    hasTypedRows: rows.every((row) => row?.isTyped),
  };
}

function constructed(
  node: TSESTree.NewExpression,
  isNumber: (node: Node) => boolean,
): Allocation | undefined {
  if (node.callee.type !== 'Identifier') return undefined;
  const { name } = node.callee;
  const [size] = node.arguments;
  const isSized = node.arguments.length <= 1 && (!size || isNumber(size));
  if (/^(Float|Int|Uint|BigInt|BigUint)\d+(Clamped)?Array$/.test(name)) return isSized ? typed : undefined;
  if (name === 'Array') return isSized ? empty : plain;
  return name === 'Map' || name === 'Set' ? plain : undefined;
}

/** `Array.from(xs, () => [])`, `new Array(n).fill(0).map(() => [])`, `Array(n)` */
function called(node: TSESTree.CallExpression, isNumber: (node: Node) => boolean): Allocation | undefined {
  const { callee } = node;
  const [first, second] = node.arguments;
  if (callee.type === 'Identifier')
    return callee.name === 'Array' && first && isNumber(first) ? empty : undefined;
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const { name } = callee.property;
  if (callee.object.type === 'Identifier' && callee.object.name === 'Array' && name === 'from') {
    return rowsMadeBy(second, isNumber);
  }
  const receiver = allocationOf(callee.object, isNumber);
  if (!receiver) return undefined;
  if (name === 'map') return receiver.isTyped ? typed : rowsMadeBy(first, isNumber);
  if (name === 'fill')
    return receiver.isTyped ? receiver : { ...plain, rows: isPrimitive(first) ? 'separate' : 'unknown' };
  return undefined;
}

function isPrimitive(node: Node | undefined): boolean {
  return (
    node === undefined ||
    node.type === 'Literal' ||
    (node.type === 'UnaryExpression' && node.operator !== 'delete')
  );
}

/** A callback whose value is a new object, or a number, each time. */
function rowsMadeBy(callback: Node | undefined, isNumber: (node: Node) => boolean): Allocation {
  if (!callback || !isFunction(callback)) return plain;
  const value = callback.body.type === 'BlockStatement' ? onlyReturn(callback.body) : callback.body;
  if (!value) return plain;
  const row = allocationOf(value, isNumber);
  const rows = row || isPrimitive(value) ? 'separate' : 'unknown';
  return { ...plain, rows, hasTypedRows: row?.isTyped ?? false };
}

function onlyReturn({ body }: TSESTree.BlockStatement): Node | undefined {
  const [only] = body;
  return body.length === 1 && only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : undefined;
}
