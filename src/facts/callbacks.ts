/** What callbacks look at of what they are given. */
import type { TSESTree } from '@typescript-eslint/types';
import { isFunction, walkNodes } from './ast.ts';

/** A callback that doesn't look at the array itself, its third parameter. */
export function hidesReceiver(argument: TSESTree.Node): boolean {
  if (!isFunction(argument)) return argument.type === 'Literal';
  if (argument.params.length > 2 || argument.params.some(({ type }) => type === 'RestElement')) return false;
  return argument.type === 'ArrowFunctionExpression' || !namesArguments(argument);
}

function namesArguments(node: TSESTree.Node): boolean {
  let found = false;
  walkNodes(node, (at) => {
    found ||= at.type === 'Identifier' && at.name === 'arguments';
    return !found;
  });
  return found;
}
