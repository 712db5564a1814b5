/** Trip counts of nested loops, where the text gives them. */
import type { TSESTree } from '@typescript-eslint/types';

/** The value of an expression that is a number wherever it stands: a literal, or a constant that the caller knows. */
export type ConstantOf = (node: TSESTree.Expression) => number | undefined;

/** Trips of a loop statement; undefined when they aren't known. */
export function tripsOf(node: TSESTree.Node, constantOf: ConstantOf): number | undefined {
  if (node.type === 'ForStatement') return countedTrips(node, constantOf);
  if (node.type === 'ForOfStatement') return literalLength(node.right);
  return undefined;
}

/** The number of elements that `[…]` has when none is spread. */
export function literalLength(node: TSESTree.Node): number | undefined {
  if (node.type !== 'ArrayExpression') return undefined;
  return node.elements.some((element) => element?.type === 'SpreadElement')
    ? undefined
    : node.elements.length;
}

function countedTrips(node: TSESTree.ForStatement, constantOf: ConstantOf): number | undefined {
  const { init, test, update } = node;
  if (init?.type !== 'VariableDeclaration' || test?.type !== 'BinaryExpression' || update == null)
    return undefined;
  const [declarator] = init.declarations;
  const from = declarator?.init == null ? undefined : numberIn(declarator.init, constantOf);
  const to = numberIn(test.right, constantOf);
  const step = stepOf(update, constantOf);
  if (from === undefined || to === undefined || step === undefined || step === 0) return undefined;
  const inclusive = test.operator === '<=' || test.operator === '>=' ? 1 : 0;
  return Math.max(0, Math.ceil((Math.abs(to - from) + inclusive) / Math.abs(step)));
}

function stepOf(update: TSESTree.Expression, constantOf: ConstantOf): number | undefined {
  if (update.type === 'UpdateExpression') return update.operator === '++' ? 1 : -1;
  if (update.type !== 'AssignmentExpression' || !['+=', '-='].includes(update.operator)) return undefined;
  return numberIn(update.right, constantOf);
}

function numberIn(node: TSESTree.Expression, constantOf: ConstantOf): number | undefined {
  if (node.type === 'Literal') return typeof node.value === 'number' ? node.value : undefined;
  if (node.type === 'UnaryExpression' && node.operator === '-') {
    const value = numberIn(node.argument, constantOf);
    return value === undefined ? undefined : -value;
  }
  return constantOf(node);
}
