/**
 * Purpose: `.map(render)`, `.filter(isPrime)`, `Array.from({ length: n }, cell)`: a callback that is only named.
 * Input: a method form whose callback is a name.
 * Guarantee: the name stands for one known function, which gets exactly the arguments that it declares, and its value can cross.
 */
import type { FunctionNode } from '../../facts/index.ts';
import type { MissingFact, Template } from '../../model/index.ts';
import { unwrap, walkNodes } from '../../facts/ast.ts';
import { obstacleTo } from '../slice/crossing.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import { functionNamed } from '../slice/function-named.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { assemblePlan } from './assemble.ts';
import type { Attempt } from './attempt.ts';
import { itemsOfMethod, suffixOf } from './method-items.ts';
import { keepsResult, kinds, methods, targetOf, taskName } from './method.ts';
import { NameGiver } from './name.ts';

export function planNamed(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const { site, facts } = view.analysis;
  const method = methods[facts.loop.form];
  const callee = functionNamed(view, unwrap(site.body));
  if (blockers.length > 0) return { refusals: blockers };
  if (!method || !callee || !takesOnlyItems(callee)) return { refusals: [namedCallback(view)] };
  const names = new NameGiver(view);
  const isCounted = facts.loop.space.kind === 'length';
  const item: Template | undefined = isCounted ? undefined : [names.give('item')];
  const index: Template | undefined = callee.params.length === 2 ? [names.give('index')] : undefined;
  const items = itemsOfMethod(view, { item, index, isTakenApart: false });
  if ('refusals' in items) return items;
  const obstacle = keepsResult.has(method) ? obstacleTo(site.node, view) : undefined;
  if (obstacle) return { refusals: [obstacle] };
  const passed = [item ?? ['undefined'], ...(index ? [index] : [])].slice(0, callee.params.length);
  const list = passed.flatMap((argument, at) => (at === 0 ? argument : [', ', ...argument]));
  return assemblePlan(view, {
    kind: kinds[method],
    items,
    consume: { as: 'expression', method, suffix: suffixOf(method, items) },
    task: {
      name: taskName(view, method),
      body: [site.body.range, '(', ...list, ')'],
      isExpression: true,
      results: [],
    },
    ranges: [site.body.range],
    crossing: keepsResult.has(method) ? [site.node] : [],
    usesItem: callee.params.length > 0,
    resultNames: [targetOf(site.node)].filter((name) => name !== undefined),
  });
}

/** A method passes element, index and array: a function that looks at more than the first two would see that the task doesn't. */
function takesOnlyItems(callee: FunctionNode): boolean {
  if (callee.async || callee.generator || callee.params.length > 2) return false;
  if (callee.params.some(({ type }) => type === 'RestElement')) return false;
  let isPlain = true;
  walkNodes(callee, (node) => {
    if (node.type === 'Identifier' && node.name === 'arguments') isPlain = false;
    if (node.type === 'ThisExpression') isPlain = false;
  });
  return isPlain;
}

/** What a function that is only named returns for an item is not known here. */
function namedCallback(view: LoopView): Blocker {
  const { body } = view.analysis.site;
  const subject = view.text(body.range).slice(0, 40);
  const hazard = makeHazard(view, 'unknown-call', { subject, range: body.range, certainty: 'possible' });
  const missing: MissingFact = { kind: 'callee-pure', subject, line: hazard.at.line };
  return { range: body.range, hazard, missing, effect: undefined };
}
