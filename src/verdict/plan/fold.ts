/**
 * Purpose: `xs.reduce(combine, first)`: the part of the callback that doesn't need the accumulator as a task, the rest as what folds its results.
 * Input: a `reduce` with a first value, and what can't leave the main thread.
 * Guarantee: the accumulator is the callback's own: it is never assigned there, no other name leads to what it starts as, and all that
 * reads it stays in the remainder.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect } from '../../model/index.ts';
import { unwrap } from '../../facts/ast.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { idOf } from '../slice/names.ts';
import type { Attempt } from './attempt.ts';
import { planFission } from './fission.ts';
import { itemsOfCallback } from './method-items.ts';

export function planFold(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const call = view.analysis.site.node as TSESTree.CallExpression;
  const [parameter, item, index, ...more] = view.analysis.site.callback?.params ?? [];
  const accumulator = parameter?.type === 'Identifier' ? view.names.variableOf(parameter) : undefined;
  const [, first] = call.arguments;
  if (!accumulator || !first || !isOwn(view, accumulator, first))
    return { refusals: [refuse(view), ...blockers] };
  const items = itemsOfCallback(view, [item, index, ...more]);
  if ('refusals' in items) return items;
  const attempt = planFission(view, [...blockers, ...readsOf(view, accumulator)], items);
  return 'plan' in attempt ? attempt : { refusals: [refuse(view), ...attempt.refusals] };
}

/** Not assigned, and new where the callback changes it. */
function isOwn(view: LoopView, accumulator: Variable, first: TSESTree.Node): boolean {
  const isAssigned = accumulator.references.some((reference) => reference.isWrite());
  if (isAssigned || !isSimple(first)) return false;
  const isChange = (effect: Effect): boolean =>
    (effect.kind === 'write' || effect.kind === 'mutate') &&
    effect.place.path.length > 0 &&
    effect.place.root.kind === 'binding' &&
    effect.place.root.id === idOf(accumulator);
  return isNew(first) || !view.analysis.facts.effects.some(isChange);
}

/** A value that is there without any code being run: it is evaluated after the items and the constants are handed over. */
function isSimple(first: TSESTree.Node): boolean {
  return unwrap(first).type === 'Identifier' || isNew(first);
}

/** `[]`, `{ score: -1 }`, `new Map()`, a number or text. */
function isNew(first: TSESTree.Node): boolean {
  const node = unwrap(first);
  if (node.type === 'ArrayExpression') return node.elements.every((element) => element && isNew(element));
  if (node.type === 'ObjectExpression') return node.properties.every(isNew);
  if (node.type === 'Property') return node.kind === 'init' && !node.computed && isNew(node.value);
  if (node.type === 'UnaryExpression') return node.operator !== 'delete' && isNew(node.argument);
  if (node.type === 'Identifier') return /^(?:undefined|NaN|Infinity)$/.test(node.name);
  if (node.type === 'NewExpression')
    return (
      node.arguments.length === 0 &&
      node.callee.type === 'Identifier' &&
      /^(?:Map|Set)$/.test(node.callee.name)
    );
  return node.type === 'Literal';
}

/** What reads the accumulator gets what the iteration before has left. */
function readsOf(view: LoopView, accumulator: Variable): readonly Blocker[] {
  return accumulator.references.map(({ identifier: { range } }) => {
    const hazard = makeHazard(view, 'carried-flow', { subject: accumulator.name, range });
    return { range, hazard, missing: undefined, effect: undefined };
  });
}

/** `reduce` hands what one call returns to the next. */
function refuse(view: LoopView): Blocker {
  const { head } = view.analysis.facts.loop;
  const [parameter] = view.analysis.site.callback?.params ?? [];
  const subject = parameter ? view.text(parameter.range) : 'reduce';
  const hazard = makeHazard(view, 'carried-flow', { subject, range: head });
  return { range: head, hazard, missing: undefined, effect: undefined };
}
