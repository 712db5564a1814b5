/** What runs when a file (or a block) is gone through from top to bottom, and what only when something is called later. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../model/index.ts';
import { containsFunction, isFunction, overlaps, walkNodes } from './ast.ts';
import { scopeIndexOf } from './scopes.ts';

/** The outermost function in `block` that a piece of code belongs to, or the initial value of a class's field; undefined when it runs at once. */
export function deferringCode(node: TSESTree.Node, block: TSESTree.Node): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  for (let at: TSESTree.Node | undefined = node; at && at !== block; at = at.parent) {
    const parent: TSESTree.Node | undefined = at.parent;
    const isField = parent?.type === 'PropertyDefinition' && !parent.static && parent.value === at;
    if (isFunction(at) || isField) found = at;
  }
  return found;
}

/** The first call within a range, in code of a block that runs at once, of what isn't the language's own: any function may run then. */
export function findEarlyCall(
  unit: SourceUnit,
  block: TSESTree.Node,
  within: Range = block.range,
): TSESTree.Node | undefined {
  let found: TSESTree.Node | undefined;
  walkNodes(block, (node) => {
    if (found || (isFunction(node) && node !== block) || !overlaps(within, node.range)) return false;
    const isCall = node.type === 'CallExpression' || node.type === 'NewExpression';
    const mayRun = node.type === 'TaggedTemplateExpression' || (isCall && !isQuietCall(unit, node));
    if (mayRun && !deferringCode(node, block)) found = node;
    return true;
  });
  return found;
}

/** `new Map()`, `Object.freeze({ … })`, `require('fs')`: of a global, and given no function that it could call. */
function isQuietCall(unit: SourceUnit, node: TSESTree.CallExpression | TSESTree.NewExpression): boolean {
  let callee: TSESTree.Node = node.callee;
  while (callee.type === 'MemberExpression') callee = callee.object;
  const isGlobal = callee.type === 'Identifier' && !scopeIndexOf(unit).variableOf(callee);
  return isGlobal && node.arguments.every((argument) => isPlain(argument) && !containsFunction(argument));
}

function isPlain({ type }: TSESTree.Node): boolean {
  return type === 'Literal' || type === 'ObjectExpression' || type === 'ArrayExpression';
}
