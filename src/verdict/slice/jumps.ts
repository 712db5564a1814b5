/**
 * Purpose: where `break`, `continue` and `return` of the body lead.
 * Input: syntax with parent links.
 * Guarantee: jumps of functions inside the body are left out.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { contains, isFunction, isLoopStatement, walkNodes } from '../../facts/ast.ts';
import type { LoopSite } from '../../facts/index.ts';

export type Jump = TSESTree.BreakStatement | TSESTree.ContinueStatement | TSESTree.ReturnStatement;

export function isJump(node: TSESTree.Node): node is Jump {
  return (
    node.type === 'BreakStatement' || node.type === 'ContinueStatement' || node.type === 'ReturnStatement'
  );
}

/** The jumps in a node that lead out of it. */
export function jumpsOutOf(node: TSESTree.Node): readonly Jump[] {
  const found: Jump[] = [];
  if (isFunction(node)) return found;
  walkNodes(node, (at) => {
    if (isFunction(at)) return false;
    if (isJump(at) && !staysIn(at, node)) found.push(at);
    return true;
  });
  return found;
}

function staysIn(jump: Jump, node: TSESTree.Node): boolean {
  const target = targetOf(jump);
  return target !== undefined && contains(node.range, target.range);
}

/** The statement that a jump leaves or goes on with; undefined for `return`. */
export function targetOf(jump: Jump): TSESTree.Node | undefined {
  if (jump.type === 'ReturnStatement') return undefined;
  for (let at = jump.parent as TSESTree.Node | undefined; at && !isFunction(at); at = at.parent) {
    if (jump.label) {
      if (at.type === 'LabeledStatement' && at.label.name === jump.label.name) return innermostLabeled(at);
    } else if (isLoopStatement(at) || (jump.type === 'BreakStatement' && at.type === 'SwitchStatement')) {
      return at;
    }
  }
  return undefined;
}

function innermostLabeled(node: TSESTree.LabeledStatement): TSESTree.Node {
  return node.body.type === 'LabeledStatement' ? innermostLabeled(node.body) : node.body;
}

/** Whether a jump only ends the current iteration of the analysed loop. */
export function endsIteration(jump: Jump, site: LoopSite): boolean {
  if (jump.type === 'ReturnStatement') return site.callback !== undefined;
  return jump.type === 'ContinueStatement' && targetOf(jump) === site.node;
}

/** Whether all that a node's jumps do is to end the iteration, with no value. */
export function onlyEndsIteration(node: TSESTree.Node, site: LoopSite): boolean {
  return jumpsOutOf(node).every(
    (jump) => endsIteration(jump, site) && !('argument' in jump && jump.argument),
  );
}
