/** Loops inside a loop's body, with their spaces: bounds of inner induction variables. */
import type { InnerLoop, LoopSite } from './analysis.ts';
import { isLoopStatement, walkNodes } from './ast.ts';
import { findSpace } from './loop-space.ts';

export function findInnerLoops({ unit, body }: LoopSite): readonly InnerLoop[] {
  const found: InnerLoop[] = [];
  walkNodes(body, (node) => {
    if (isLoopStatement(node)) found.push({ range: node.range, space: findSpace(unit, node, 'for') });
  });
  return found;
}
