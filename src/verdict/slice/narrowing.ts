/**
 * Purpose: conditions that tell TypeScript more of a variable than its declaration does.
 * Input: an expression of a loop.
 * Guarantee: true for all that narrow by syntax (`typeof x === …`, `instanceof`, `in`, comparison with a text or nothing, a predicate of the project);
 * the remainder keeps such conditions, as TypeScript would know less without them.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { returnedBy, unwrap } from '../../facts/ast.ts';
import { functionNamed } from './function-named.ts';
import type { LoopView } from './loop-view.ts';

type Node = TSESTree.Node;

export function narrows(node: Node, view: LoopView): boolean {
  switch (node.type) {
    case 'LogicalExpression':
      return narrows(node.left, view) || narrows(node.right, view);
    case 'UnaryExpression':
      return node.operator === '!' && narrows(node.argument, view);
    case 'BinaryExpression':
      return narrowsByComparison(node);
    case 'CallExpression':
      return isPredicate(node.callee, view);
    default:
      return false;
  }
}

function narrowsByComparison({ operator, left, right }: TSESTree.BinaryExpression): boolean {
  if (operator === 'instanceof' || operator === 'in') return true;
  if (!/^[!=]==?$/.test(operator)) return false;
  const sides = [left, right].map((side) => unwrap(side));
  return sides.some(isTag) && sides.some(isPlace);
}

/** `'circle'`, `null`, `undefined`: not a number, which is seldom the tag of a union. */
function isTag(node: Node): boolean {
  if (node.type === 'Literal') return typeof node.value === 'string' || node.raw === 'null';
  return node.type === 'Identifier' && node.name === 'undefined';
}

/** `x`, `x.kind`, `typeof x` */
function isPlace(node: Node): boolean {
  if (node.type === 'UnaryExpression') return node.operator === 'typeof' && isPlace(unwrap(node.argument));
  if (node.type === 'Identifier') return node.name !== 'undefined';
  return node.type === 'MemberExpression' && isPlace(unwrap(node.object));
}

/** Also by what a variable or property holds: `x`, `!x.name`. */
export function narrowsOrHolds(node: Node, view: LoopView): boolean {
  if (node.type === 'LogicalExpression') {
    return narrowsOrHolds(node.left, view) || narrowsOrHolds(node.right, view);
  }
  if (node.type === 'UnaryExpression') return node.operator === '!' && narrowsOrHolds(node.argument, view);
  return isPlace(unwrap(node)) || narrows(node, view);
}

/** Whether a call of it goes on only where what it is declared to assert holds. */
export function asserts(callee: Node, view: LoopView): boolean {
  const type = functionNamed(view, callee)?.returnType?.typeAnnotation;
  return type?.type === 'TSTypePredicate' && type.asserts;
}

/** `function isText(x: unknown): x is string`, `const isText = (x: unknown) => typeof x === 'string'`, `Array.isArray` */
function isPredicate(callee: Node, view: LoopView): boolean {
  if (callee.type === 'MemberExpression') return builtins.has(view.text(callee.range));
  const declared = functionNamed(view, callee);
  if (!declared) return false;
  const [result, ...more] = returnedBy(declared);
  const type = declared.returnType?.typeAnnotation;
  return type
    ? type.type === 'TSTypePredicate'
    : more.length === 0 && result !== undefined && narrows(result, view);
}

const builtins = new Set(['Array.isArray', 'ArrayBuffer.isView', 'Buffer.isBuffer']);
