/** What initialising the fields of a class does, as a summary with `this` symbolic. */
import type { TSESTree } from '@typescript-eslint/types';
import { staticKey } from '../ast.ts';
import { createFrame } from '../effects/frame.ts';
import type { Frame } from '../effects/frame.ts';
import { evaluate } from '../effects/expressions.ts';
import { isField } from '../effects/classes.ts';
import { writeMember } from '../effects/members.ts';
import { typed } from '../effects/typed.ts';
import type { Run } from '../run.ts';
import { locate } from '../scopes.ts';
import { classType } from '../values/class-types.ts';
import type { ClassRef } from '../values/type.ts';
import { nothing, placeValue } from '../values/value.ts';
import { compactSteps, unknownSteps } from './compact.ts';
import { isOwnEffect } from './own.ts';
import { evaluateSafely } from './summarize.ts';
import type { Summary } from './table.ts';

const known = new WeakMap<TSESTree.Node, Summary>();

export function summarizeFields(run: Run, { node, unit }: ClassRef): Summary {
  const found = known.get(node);
  if (found) return found;
  const frame = createFrame(run, unit, node.range, true);
  frame.thisValue = placeValue({ root: { kind: 'this' }, path: [] }, classType(run, { node, unit }));
  const isDone = evaluateSafely(run, frame, () => {
    initializeAll(frame, node);
  });
  const steps = isDone
    ? frame.steps.filter((step) => step.kind === 'invoke' || !isOwnEffect(frame, step))
    : unknownSteps(node.range, 'the fields are too involved');
  const summary: Summary = {
    name: `${node.id?.name ?? 'class'} fields`,
    at: locate(unit, node),
    steps: compactSteps(steps),
    stores: [...frame.stores.values()],
    returns: nothing,
    yields: nothing,
  };
  known.set(node, summary);
  return summary;
}

function initializeAll(frame: Frame, node: ClassRef['node']): void {
  for (const member of node.body.body) {
    if (!isField(member) || member.static || !member.value) continue;
    const name = staticKey(member.key, member.computed);
    const key = name === undefined ? ({ kind: 'unknown' } as const) : ({ kind: 'name', name } as const);
    const value = typed(frame, member, evaluate(frame, member.value));
    writeMember(frame, member, frame.thisValue, key, value, undefined);
  }
}
