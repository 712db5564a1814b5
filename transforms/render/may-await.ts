/** Where `await` may stand: in the body of an `async` function, and at the top level of an ES module. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { mayLoseUpdate } from './lost-update.ts';
import { detectModuleFormat } from './module-format.ts';

export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;

export function isFunction(node: TSESTree.Node): node is FunctionNode {
  return /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression)$/.test(node.type);
}

/**
 * What an `await` at a node makes wait: the function around it, or its module. Undefined where none may stand, whatever is around:
 * in a parameter's default, a class field, a static block, a decorator.
 */
export function waiterAt(node: TSESTree.Node): FunctionNode | TSESTree.Program | undefined {
  for (let at: TSESTree.Node = node; at.parent; at = at.parent) {
    const { parent } = at;
    if (/^(?:PropertyDefinition|AccessorProperty|StaticBlock|Decorator)$/.test(parent.type)) return undefined;
    if (isFunction(parent)) return parent.body === at ? parent : undefined;
    if (parent.type === 'Program') return parent;
  }
  return undefined;
}

/** Top-level await is for modules that run as ES modules. */
export function hasTopLevelAwait(unit: SourceUnit): boolean {
  const { syntax, self } = detectModuleFormat(unit);
  return syntax === 'esm' && self === 'import.meta.url' && unit.moduleKind === 'esm';
}

/** Whether `await` may stand at a node as things are. */
export function mayAwait(unit: SourceUnit, node: TSESTree.Node | undefined): boolean {
  const waiter = node && waiterAt(node);
  if (!waiter || mayLoseUpdate(unit, node, waiter)) return false;
  return waiter.type === 'Program' ? hasTopLevelAwait(unit) : waiter.async;
}
