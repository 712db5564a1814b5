/** Jumps that leave a loop or switch for code beyond it. */
import type { TSESTree } from '@typescript-eslint/types';
import { isClass, isFunction, walkNodes } from '../ast.ts';

const cache = new WeakMap<TSESTree.Node, boolean>();

/** Whether a `return`, a `throw` or a jump to a label outside stands in `node`. */
export function mayLeave(node: TSESTree.Node): boolean {
  const known = cache.get(node);
  if (known !== undefined) return known;
  let found = false;
  walkNodes(node, (at) => {
    if (found || isFunction(at) || isClass(at)) return false;
    found =
      at.type === 'ReturnStatement' ||
      at.type === 'ThrowStatement' ||
      ((at.type === 'BreakStatement' || at.type === 'ContinueStatement') && at.label !== null);
    return !found;
  });
  cache.set(node, found);
  return found;
}
