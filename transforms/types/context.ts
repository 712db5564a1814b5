/**
 * Purpose: whether the type of an expression depends on the place that it stands in.
 * Input: an expression of a parsed file.
 * Guarantee: true for lists, which may be tuples, and for literals in objects, which widen where nothing wants them as they are.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { isFunction, returnedBy } from '../../src/facts/ast.ts';
import { variableAt } from './annotations.ts';

type Node = TSESTree.Node;

export function dependsOnContext(node: Node, unit: SourceUnit): boolean {
  const depends = (one: Node | null): boolean => one !== null && dependsOnContext(one, unit);
  switch (node.type) {
    case 'ArrayExpression':
      return true;
    case 'ObjectExpression':
      return node.properties.some((member) =>
        member.type === 'SpreadElement' ? depends(member.argument) : isVariedMember(member.value, unit),
      );
    case 'CallExpression':
      return node.arguments.some(depends);
    case 'NewExpression':
      return !node.typeArguments && (node.arguments.length === 0 || node.arguments.some(depends));
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return !node.returnType && returnedBy(node).some(depends);
    default:
      return branchesOf(node).some(depends);
  }
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

function isVariedMember(node: Node, unit: SourceUnit): boolean {
  const branches = branchesOf(node);
  if (branches.length > 0) return branches.some((branch) => isVariedMember(branch, unit));
  return isFunction(node) || isLiteral(node, unit) || dependsOnContext(node, unit);
}

/** `'circle'`, `-1`, `true`, and constants that are declared as such. */
function isLiteral(node: Node, unit: SourceUnit): boolean {
  if (node.type === 'UnaryExpression') return node.operator === '-' && isLiteral(node.argument, unit);
  if (node.type === 'TemplateLiteral') return node.expressions.length === 0;
  if (node.type === 'MemberExpression') return isEnum(node.object, unit);
  if (node.type !== 'Identifier') return node.type === 'Literal' && node.raw !== 'null' && !('regex' in node);
  const [definition] = variableAt(unit, node.range)?.defs ?? [];
  const isConstant = definition?.type === 'Variable' && definition.parent.kind === 'const';
  return isConstant && definition.node.init !== null && isLiteral(definition.node.init, unit);
}

/** Or an import, which may be one. */
function isEnum(node: Node, unit: SourceUnit): boolean {
  const [definition] = (node.type === 'Identifier' && variableAt(unit, node.range)?.defs) || [];
  return /^(?:TSEnumName|ImportBinding)$/.test(definition?.type ?? '');
}
