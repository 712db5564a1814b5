/**
 * Purpose: conditions that tell TypeScript more of a variable than its declaration does.
 * Input: an expression.
 * Guarantee: true for all that narrow by syntax (`typeof x === …`, `instanceof`, `in`, comparison with a text or nothing, a predicate of the file);
 * the remainder keeps such conditions, as TypeScript would know less without them.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, unwrap } from '../../facts/ast.ts';
import type { Names } from './names.ts';

type Node = TSESTree.Node;

export function narrows(node: Node, names: Names): boolean {
  switch (node.type) {
    case 'LogicalExpression':
      return narrows(node.left, names) || narrows(node.right, names);
    case 'UnaryExpression':
      return node.operator === '!' && narrows(node.argument, names);
    case 'BinaryExpression':
      return narrowsByComparison(node);
    case 'CallExpression':
      return isPredicate(node.callee, names);
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

/** `function isText(x: unknown): x is string` */
function isPredicate(callee: Node, names: Names): boolean {
  const [definition] = (callee.type === 'Identifier' && names.variableOf(callee)?.defs) || [];
  const declared: Node | null | undefined =
    definition?.type === 'Variable' ? definition.node.init : definition?.node;
  if (!declared || !isFunction(declared)) return false;
  return declared.returnType?.typeAnnotation.type === 'TSTypePredicate';
}
