/** A loop's space with what the whole project tells of its iterable. */
import type { IterationSpace } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { arrayEvidence } from './array-evidence.ts';
import { unwrap } from './ast.ts';
import type { FactsContext } from './context.ts';
import { runOf } from './run.ts';

export function refineSpace({ loop, node, unit }: LoopSite, context: FactsContext): IterationSpace {
  const { space } = loop;
  if (space.kind !== 'elements') return space;
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const iterable =
    node.type === 'ForOfStatement'
      ? node.right
      : loop.form === 'from' && node.type === 'CallExpression'
        ? node.arguments[0]
        : callee?.type === 'MemberExpression'
          ? callee.object
          : undefined;
  if (!iterable) return space;
  const { isArray, dense } = arrayEvidence(unit, iterable, runOf(context));
  return { ...space, isArray, dense: dense || space.dense };
}
