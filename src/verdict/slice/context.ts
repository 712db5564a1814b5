/**
 * Purpose: whether TypeScript's type of an expression depends on the place that it stands in.
 * Input: an expression of a parsed file.
 * Guarantee: true for lists, which may be tuples, and for literals in objects, which widen where nothing wants them as they are.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, returnedBy } from '../../facts/ast.ts';
import type { Names } from './names.ts';

type Node = TSESTree.Node;

/** Whether it, or what a generic function makes of it, has another type elsewhere. */
export function dependsOnContext(node: Node, names: Names): boolean {
  const depends = (one: Node): boolean => dependsOnContext(one, names);
  if (node.type === 'CallExpression') return node.arguments.some(depends);
  if (isFunction(node)) return !node.returnType && returnedBy(node).some(depends);
  const branches = branchesOf(node);
  return branches.length > 0 ? branches.some(depends) : isContextual(node, names);
}

/** A list, an object with literals, or a collection made of these. */
export function isContextual(node: Node, names: Names): boolean {
  switch (node.type) {
    case 'ArrayExpression':
      return true;
    case 'ObjectExpression':
      return node.properties.some((member) =>
        member.type === 'SpreadElement'
          ? dependsOnContext(member.argument, names)
          : isVariedMember(member.value, names),
      );
    case 'NewExpression': {
      const isCollection = node.callee.type === 'Identifier' && /^(?:Map|Set|Array)$/.test(node.callee.name);
      const isOpen =
        node.arguments.length === 0 || node.arguments.some((one) => dependsOnContext(one, names));
      return isCollection && !node.typeArguments && isOpen;
    }
    default:
      return branchesOf(node).some((branch) => isContextual(branch, names));
  }
}

/** A text, or a choice of texts: one of few values by itself, any text as a member of an object. */
export function isChoice(node: Node, names: Names): boolean {
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.every((branch) => isChoice(branch, names));
  return isLiteral(node, names) && !(node.type === 'Literal' && typeof node.value !== 'string');
}

/** Expressions whose value an expression may have. */
function branchesOf(node: Node): readonly Node[] {
  switch (node.type) {
    case 'ConditionalExpression':
      return [node.consequent, node.alternate];
    case 'LogicalExpression':
      return [node.left, node.right];
    case 'SequenceExpression':
      return node.expressions.slice(-1);
    case 'AwaitExpression':
      return [node.argument];
    case 'TSNonNullExpression':
    case 'ChainExpression':
      return [node.expression];
    default:
      return [];
  }
}

function isVariedMember(node: Node, names: Names): boolean {
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.some((branch) => isVariedMember(branch, names));
  return isFunction(node) || isLiteral(node, names) || dependsOnContext(node, names);
}

/** `'circle'`, `-1`, `true`, and constants that are declared as such. */
function isLiteral(node: Node, names: Names): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '-' && isLiteral(node.argument, names);
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0;
  if (node.type === 'MemberExpression') return isEnum(node.object, names);
  if (node.type !== 'Identifier') return node.type === 'Literal' && node.raw !== 'null' && !('regex' in node);
  const [definition] = names.variableOf(node)?.defs ?? [];
  const isConstant = definition?.type === 'Variable' && definition.parent.kind === 'const';
  return isConstant && definition.node.init !== null && isLiteral(definition.node.init, names);
}

/** Or an import, which may be one. */
function isEnum(node: Node, names: Names): boolean {
  const [definition] = names.variableOf(node)?.defs ?? [];
  return /^(?:TSEnumName|ImportBinding)$/.test(definition?.type ?? '');
}
