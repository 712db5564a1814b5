/** `this.total += await f()` reads the total before it waits, and then writes over what others have written meanwhile. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { findVariable, sourceCodeOf } from '../../src/verdict/threads/modules.ts';

/** Whether an `await` at a node would stand between the reading and the writing of something that others may write. */
export function mayLoseUpdate(unit: SourceUnit, node: TSESTree.Node, waiter: TSESTree.Node): boolean {
  for (let at = node; at.parent && at !== waiter; at = at.parent) {
    const { parent } = at;
    const isUpdate = parent.type === 'AssignmentExpression' && parent.operator !== '=' && parent.right === at;
    if (isUpdate && !isOwn(unit, parent.left, waiter)) return true;
  }
  return false;
}

/** A variable of the very function that waits, which no other function sees, or what is in a container that it made. */
function isOwn(unit: SourceUnit, target: TSESTree.Node, waiter: TSESTree.Node): boolean {
  if (target.type === 'MemberExpression') {
    const { object } = target;
    return object.type === 'Identifier' && isOwn(unit, object, waiter) && isMadeHere(unit, object);
  }
  if (target.type !== 'Identifier') return false;
  const variable = findVariable(sourceCodeOf(unit), target);
  const home = variable?.scope.variableScope;
  return (
    variable !== undefined &&
    home?.block === waiter &&
    variable.references.every(({ from }) => from.variableScope === home)
  );
}

function isMadeHere(unit: SourceUnit, object: TSESTree.Identifier): boolean {
  const definition = findVariable(sourceCodeOf(unit), object)?.defs[0];
  const init = definition?.type === 'Variable' ? definition.node.init : undefined;
  return /^(?:Object|Array)Expression$/.test(init?.type ?? '');
}
