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

export interface AllocationQuestions {
  /** Expressions that are surely numbers: a size, not a buffer to view. */
  readonly isNumber: (node: Node) => boolean;
  /** Names that mean the built-in. */
  readonly isGlobal: (identifier: TSESTree.Identifier) => boolean;
  /** Calls of the project's own functions that give a new object. */
  readonly isMade: (node: Node) => boolean;
  /** Those among them that give an array of which each element is another new object. */
  readonly makesRows: (node: Node) => boolean;
  /** What is surely an array, new or not. */
  readonly isArray: (node: Node) => boolean;
}

/** What `node` allocates: by its syntax, else by what is known of the function that it calls. */
export function allocationOf(node: Node, ask: AllocationQuestions): Allocation | undefined {
  const bySyntax = allocationBySyntax(node, ask);
  if (bySyntax || !ask.isMade(node)) return bySyntax;
  return ask.makesRows(node) ? empty : plain;
}

function allocationBySyntax(node: Node, ask: AllocationQuestions): Allocation | undefined {
  const expression = bare(node);
  switch (expression.type) {
    case 'ArrayExpression':
      return literalRows(expression, ask);
    case 'ObjectExpression':
      return plain;
    case 'NewExpression':
      return constructed(expression, ask);
    case 'CallExpression':
      return called(expression, ask);
    default:
      return undefined;
  }
}

function literalRows(node: TSESTree.ArrayExpression, ask: AllocationQuestions): Allocation {
  const rows = node.elements.map((e) => (e && e.type !== 'SpreadElement' ? allocationOf(e, ask) : undefined));
  const areSeparate = rows.every((row) => row !== undefined);
  return {
    ...plain,
    rows: areSeparate ? 'separate' : 'unknown',
    hasTypedRows: rows.every((row) => row?.isTyped),
  };
}

function constructed(node: TSESTree.NewExpression, ask: AllocationQuestions): Allocation | undefined {
  if (node.callee.type !== 'Identifier' || !ask.isGlobal(node.callee)) return undefined;
  const { name } = node.callee;
  const [size] = node.arguments;
  const isSized = node.arguments.length <= 1 && (!size || ask.isNumber(size));
  if (/^(Float|Int|Uint|BigInt|BigUint)\d+(Clamped)?Array$/.test(name)) return isSized ? typed : undefined;
  if (name === 'Array') return isSized ? empty : plain;
  return name === 'Map' || name === 'Set' ? plain : undefined;
}

/** `Array.from(xs, () => [])`, `new Array(n).fill(0).map(() => [])`, `Array(n)` */
function called(node: TSESTree.CallExpression, ask: AllocationQuestions): Allocation | undefined {
  const { callee } = node;
  const [first, second] = node.arguments;
  if (callee.type === 'Identifier') {
    if (callee.name !== 'Array' || !ask.isGlobal(callee)) return undefined;
    return first && ask.isNumber(first) ? empty : plain;
  }
  if (callee.type !== 'MemberExpression' || callee.computed || callee.property.type !== 'Identifier')
    return undefined;
  const { name } = callee.property;
  if (callee.object.type === 'Identifier' && callee.object.name === 'Array' && name === 'from') {
    return ask.isGlobal(callee.object) ? rowsMadeBy(second, ask) : undefined;
  }
  if (bare(callee.object).type === 'ObjectExpression') return undefined;
  const receiver = allocationBySyntax(callee.object, ask);
  if (name === 'map') {
    if (receiver?.isTyped) return typed;
    return receiver || ask.isArray(callee.object) ? rowsMadeBy(first, ask) : undefined;
  }
  if (!receiver || name !== 'fill') return undefined;
  return receiver.isTyped ? receiver : { ...plain, rows: isPrimitive(first) ? 'separate' : 'unknown' };
}

function isPrimitive(node: Node | undefined): boolean {
  return (
    node === undefined ||
    node.type === 'Literal' ||
    (node.type === 'UnaryExpression' && node.operator !== 'delete')
  );
}

/** A callback whose value is a new object, or a number, each time. */
function rowsMadeBy(callback: Node | undefined, ask: AllocationQuestions): Allocation {
  if (!callback || !isFunction(callback)) return plain;
  const value = callback.body.type === 'BlockStatement' ? onlyReturn(callback.body) : callback.body;
  if (!value) return plain;
  const row = allocationOf(value, ask);
  const rows = row || isPrimitive(value) ? 'separate' : 'unknown';
  return { ...plain, rows, hasTypedRows: row?.isTyped ?? false };
}

function onlyReturn({ body }: TSESTree.BlockStatement): Node | undefined {
  const [only] = body;
  return body.length === 1 && only?.type === 'ReturnStatement' ? (only.argument ?? undefined) : undefined;
}
