/**
 * Purpose: code that may throw by itself: reading a property of null, taking what isn't iterable apart, mixing bigints with numbers.
 * Input: a piece of the body, and what is known of its values.
 * Guarantee: false only when each operation in it is given what it can do with. Operators on values of unknown kind are taken to throw
 * nothing, as they are taken to run no code.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, unwrap, walkNodes } from '../../facts/ast.ts';
import type { ValueKind } from '../../facts/builtins/index.ts';
import type { Range } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';

type Node = TSESTree.Node;

/** Whether a piece may throw before the first code of it that is `hoisted`; at all, when none is. */
export function throwsFirst(view: LoopView, piece: Node, hoisted: readonly Range[]): boolean {
  const first = Math.min(...hoisted.map(([start]) => start));
  let found = false;
  walkNodes(piece, (node) => {
    if (found || isFunction(node)) return false;
    found = node.range[1] <= first && !isTarget(node) && throwsItself(view, node);
    return true;
  });
  return found;
}

/** What is stored to is found after the value was computed. */
function isTarget(node: Node): boolean {
  const { parent } = node;
  return parent?.type === 'AssignmentExpression' && parent.left === node && parent.operator === '=';
}

function throwsItself(view: LoopView, node: Node): boolean {
  switch (node.type) {
    case 'MemberExpression':
      return (!node.optional && mayBe(view, node.object, isNullish)) || isLengthStore(node);
    case 'CallExpression':
    case 'NewExpression':
    case 'TaggedTemplateExpression':
    case 'SpreadElement':
      return true;
    case 'VariableDeclarator':
      return isPattern(node.id);
    case 'AssignmentExpression':
      return isPattern(node.left) || isMixed(view, node.operator, [node.left, node.right]);
    case 'BinaryExpression':
      return /^in/.test(node.operator) || isMixed(view, node.operator, [node.left, node.right]);
    case 'UpdateExpression':
    case 'UnaryExpression':
      return isMixed(view, node.operator, [node.argument]);
    default:
      return false;
  }
}

/** `list.length = n` */
function isLengthStore({ property, parent }: TSESTree.MemberExpression): boolean {
  return (
    parent.type === 'AssignmentExpression' && property.type === 'Identifier' && property.name === 'length'
  );
}

function isPattern({ type }: Node): boolean {
  return type === 'ObjectPattern' || type === 'ArrayPattern';
}

/** Operators that do with any value: comparisons by identity, and those that choose. */
const undemanding = /^(?:=|typeof|void|!|delete|[=!]==?|&&=|\|\|=|\?\?=)$/;

/** Arithmetic in which a bigint or a symbol takes part. */
function isMixed(view: LoopView, operator: string, operands: readonly Node[]): boolean {
  const isOdd = (kind: ValueKind): boolean => kind === 'bigint' || kind === 'symbol';
  return (
    !undemanding.test(operator) && operands.some((operand) => kindsOf(view, operand)?.some(isOdd) === true)
  );
}

function isNullish(kind: ValueKind): boolean {
  return kind === 'undefined' || kind === 'null' || kind === 'any' || kind === 'primitive';
}

function mayBe(view: LoopView, node: Node, is: (kind: ValueKind) => boolean): boolean {
  const object = unwrap(node);
  if (object.type === 'ThisExpression' || object.type === 'Super') return false;
  return kindsOf(view, object)?.some(is) !== false;
}

function kindsOf(view: LoopView, node: Node): readonly ValueKind[] | undefined {
  return view.analysis.kindsOf(unwrap(node));
}
