/**
 * Purpose: the subexpressions that a statement surely evaluates exactly once.
 * Input: syntax.
 * Guarantee: nothing under a condition, in a repeated part, in a function, or in the place of an assignment target.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { childrenOf, isFunction } from '../../facts/ast.ts';

type Node = TSESTree.Node;

/** The operands of a node that are evaluated whenever the node is, once each; see `isTarget` for the rest. */
export function operandsOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'LogicalExpression':
      return [node.left];
    case 'ConditionalExpression':
    case 'IfStatement':
      return [node.test];
    case 'SwitchStatement':
      return [node.discriminant];
    case 'ForOfStatement':
    case 'ForInStatement':
      return [node.right];
    case 'ForStatement':
      return node.init ? [node.init] : [];
    case 'AssignmentExpression':
      return isLogical(node.operator)
        ? [...targetOperands(node.left)]
        : [...targetOperands(node.left), node.right];
    case 'UpdateExpression':
      return targetOperands(node.argument);
    case 'UnaryExpression':
      return node.operator === 'delete' ? targetOperands(node.argument) : [node.argument];
    case 'CallExpression':
      return node.optional
        ? targetOperands(node.callee)
        : [...targetOperands(node.callee), ...node.arguments];
    case 'TaggedTemplateExpression':
      return [...targetOperands(node.tag), ...node.quasi.expressions];
    case 'MemberExpression':
      return node.optional ? [node.object] : [node.object, ...(node.computed ? [node.property] : [])];
    case 'VariableDeclarator':
      return node.init ? [node.init] : [];
    case 'Property':
      return [...(node.computed ? [node.key] : []), node.value];
    case 'WhileStatement':
    case 'DoWhileStatement':
    case 'TryStatement':
    case 'LabeledStatement':
    case 'BlockStatement':
      return [];
    default:
      return isFunction(node) || isOpaque(node) ? [] : childrenOf(node);
  }
}

/** A reference is kept as it is (`a.b` of `a.b()` and `a.b = 1`); only what it is made from may be taken out. */
function targetOperands(node: Node): readonly Node[] {
  if (node.type === 'MemberExpression') return node.computed ? [node.object, node.property] : [node.object];
  return [];
}

function isLogical(operator: string): boolean {
  return operator === '||=' || operator === '&&=' || operator === '??=';
}

const wrappers = new Set([
  'TSAsExpression',
  'TSNonNullExpression',
  'TSSatisfiesExpression',
  'TSTypeAssertion',
]);

/** Classes, types, and optional chains (their later links are conditional). */
function isOpaque({ type }: Node): boolean {
  if (type.startsWith('TS')) return !wrappers.has(type);
  return type.startsWith('Class') || type === 'ChainExpression';
}

/** Nodes that stand for a value, as opposed to statements, patterns, properties and declarators. */
export function isExpression(node: Node): boolean {
  if (node.type === 'SpreadElement' || node.type === 'TemplateElement') return false;
  return /(?:Expression|Literal|Identifier)$/.test(node.type) && node.type !== 'Super';
}
