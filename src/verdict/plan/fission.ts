/**
 * Purpose: a loop over the results of the part, that runs the ordered remainder.
 * Input: a loop and what can't leave the main thread.
 * Guarantee: a plan only when something worth moving moves, every value arrives, and errors come at their moment.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, PlanKind } from '../../model/index.ts';
import { contains, isLoopStatement } from '../../facts/ast.ts';
import { ensure } from '../ensure.ts';
import { staysInRest } from '../slice/content.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import { endsIteration, jumpsOutOf } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';
import type { ErrorOrder } from '../slice/order.ts';
import { orderErrors } from '../slice/order.ts';
import { noLimits } from '../slice/cut.ts';
import type { Limits, Slice } from '../slice/cut.ts';
import { collect } from '../slice/pieces.ts';
import { sliceBody } from '../slice/slice.ts';
import type { Work } from '../slice/work.ts';
import { isAtLeast, workOf } from '../slice/work.ts';
import type { Attempt } from './attempt.ts';
import { assemblePlan } from './assemble.ts';
import type { ItemPlan } from './items.ts';
import { NameGiver, taskNameFor } from './name.ts';
import { renderPart } from './render-part.ts';
import type { Unwrap } from './render-rest.ts';
import { renderRest } from './render-rest.ts';
import { Results } from './results.ts';
import { ruleOutUnsafeReductions } from './light.ts';

/** Heavy expressions first; cheaper ones only where nothing is carried but reductions: calls in inner loops, or else anything. */
export function planFission(view: LoopView, blockers: readonly Blocker[], items: ItemPlan): Attempt {
  const heavy = attempt(view, blockers, items, 'heavy');
  if ('plan' in heavy || heavy.refusals.length > 0) return heavy;
  const isHeavy = workOf(view.analysis.site.body, view.names) === 'heavy';
  const obstacles = ruleOutUnsafeReductions(view, blockers);
  if (obstacles.length > 0) return { refusals: isHeavy ? blockers : obstacles };
  const light = attempt(view, blockers, items, isHeavy ? 'call' : 'light');
  return 'plan' in light || light.refusals.length > 0 ? light : { refusals: blockers };
}

/** No plan and no refusal: nothing of this weight could be moved. */
function attempt(view: LoopView, blockers: readonly Blocker[], items: ItemPlan, minimum: Work): Attempt {
  const found = sliceInOrder(view, blockers, minimum);
  if (!found) return { refusals: [] };
  const { slice, order } = found;
  if (!movesWork(view, slice, minimum)) return { refusals: minimum === 'heavy' ? slice.obstacles : [] };
  return render(view, slice, order, items);
}

/** The slice in which errors come at their moment: cheap values are computed on both sides, and what comes too late stays. */
function sliceInOrder(
  view: LoopView,
  blockers: readonly Blocker[],
  minimum: Work,
): { readonly slice: Slice; readonly order: ErrorOrder } | undefined {
  let limits: Limits = noLimits;
  for (let round = 0; round < 4; round++) {
    const slice = sliceBody(view, blockers, minimum, limits);
    const order = orderErrors(view, slice);
    if (order.kind !== 'mixed') return { slice, order };
    if (order.isFirstCheap && !limits.repeatsCheap) limits = { ...limits, repeatsCheap: true };
    else limits = { end: order.after[1], repeatsCheap: false };
  }
  return undefined;
}

function movesWork(view: LoopView, slice: Slice, minimum: Work): boolean {
  if (slice.hoists.length + slice.crossing.length === 0) return false;
  const moved = [
    ...slice.hoists.map(({ node }) => node),
    ...collect(slice.pieces, ({ mode, node }) => mode === 'part' && !slice.repeated.has(node)).map(
      ({ node }) => node,
    ),
  ];
  return moved.some(
    (node) =>
      isAtLeast(workOf(node, view.names), minimum) && (minimum !== 'call' || isInInnerLoop(node, view)),
  );
}

/** A cheap call is worth moving beside heavy code that stays only where it is repeated. */
function isInInnerLoop(node: TSESTree.Node, view: LoopView): boolean {
  for (let at = node.parent; at && contains(view.body, at.range); at = at.parent) {
    if (isLoopStatement(at)) return true;
  }
  return false;
}

function render(view: LoopView, slice: Slice, order: ErrorOrder, items: ItemPlan): Attempt {
  const names = new NameGiver(view);
  const guards = collect(slice.pieces, ({ mode }) => mode === 'jump').map(({ node }) => node.range[0]);
  const results = new Results(slice, view, names, guards);
  const part = renderPart(view, slice, results);
  const outcome = order.kind === 'settled' ? names.give('outcome') : undefined;
  const bare = bindingOf(results);
  const unwrap: Unwrap | undefined =
    order.kind === 'settled'
      ? { before: order.before, line: `const ${bare} = settledValue(${outcome});` }
      : undefined;
  const rest = renderRest(view, slice, results, names, unwrap);
  if (rest.losesCount) return { refusals: [] };
  const assigned = rest.usesItem ? findItemAssignment(view) : undefined;
  if (assigned) return { refusals: [assigned] };
  const value = outcome ?? bare;
  const { name: first } = ensure(results.all[0], 'a part that moves work has a result');
  // Taking an item apart comes first in an iteration: before anything that a settled outcome waits for.
  const withItems = rest.usesItem || (outcome !== undefined && items.isTakenApart);
  const consume: ConsumePlan = {
    as: 'loop',
    binding: withItems && items.pattern ? ['[', ...items.pattern, `, ${value}]`] : [value],
    withItems,
    settled: order.kind === 'settled',
    body: rest.body,
    label: rest.label,
  };
  return assemblePlan(view, {
    kind: kindOf(view, slice),
    items,
    consume,
    task: {
      name: taskNameFor(first === 'value' ? targetName(view) : first),
      body: part.body,
      isExpression: part.isExpression,
      results: results.all.map(({ name }) => name),
      lists: results.lists,
    },
    ranges: part.ranges,
    crossing: crossingNodes(slice),
    resultNames: targetNames(view),
  });
}

/** Hoisted expressions, and the mentions of variables that cross by name. */
function crossingNodes({ hoists, crossing }: Slice): readonly TSESTree.Node[] {
  const mentions = crossing.flatMap(({ references }) => references.filter((one) => one.isRead()));
  return [...hoists.map(({ node }) => node), ...mentions.map(({ identifier }) => identifier)];
}

/** An assignment to the item: the remainder would have the original one. */
function findItemAssignment(view: LoopView): Blocker | undefined {
  const write = view.names
    .referencesIn(view.body)
    .find((reference) => reference.isWrite() && reference.resolved && view.isItem(reference.resolved));
  if (!write) return undefined;
  const { range } = write.identifier;
  const subject = write.resolved?.name ?? '';
  const hazard = makeHazard(view, 'item-mutation', { subject, range });
  return { range, hazard, missing: undefined, effect: undefined };
}

function bindingOf(results: Results): string {
  const names = results.all.map(({ name }) => name);
  const [only, ...more] = names;
  return only !== undefined && more.length === 0 ? only : `{ ${names.join(', ')} }`;
}

function kindOf(view: LoopView, slice: Slice): PlanKind {
  const rest = slice.pieces.filter((piece) => staysInRest(piece, slice));
  if (rest.some(({ node }) => jumpsOutOf(node).some((jump) => !endsIteration(jump, view.analysis.site))))
    return 'search';
  if (slice.hoists.some(({ loops }) => loops.length > 0)) return 'rows';
  const [only] = rest;
  return rest.length === 1 && only && isOwnStore(only.node, view, slice) ? 'map' : 'fission';
}

/** `out.push(value)`, `out[i] = value`, where the value is the only result. */
function isOwnStore(node: Slice['pieces'][number]['node'], view: LoopView, slice: Slice): boolean {
  const statement = node.type === 'BlockStatement' && node.body.length === 1 ? node.body[0] : node;
  const expression = statement?.type === 'ExpressionStatement' ? statement.expression : statement;
  if (expression?.type === 'CallExpression') {
    const { callee } = expression;
    const [value, ...more] = expression.arguments;
    const isPush =
      callee.type === 'MemberExpression' &&
      callee.property.type === 'Identifier' &&
      callee.property.name === 'push';
    return isPush && value !== undefined && more.length === 0 && isResult(value, view, slice);
  }
  if (expression?.type !== 'AssignmentExpression' || expression.operator !== '=') return false;
  const { left, right } = expression;
  if (left.type !== 'MemberExpression' || !left.computed || left.property.type !== 'Identifier') return false;
  const index = view.names.variableOf(left.property);
  return index !== undefined && view.isItem(index) && isResult(right, view, slice);
}

function isResult(node: Slice['pieces'][number]['node'], view: LoopView, slice: Slice): boolean {
  const variable = view.names.variableOf(node);
  const crosses = variable !== undefined && slice.crossing.includes(variable);
  return crosses || slice.hoists.some((hoist) => hoist.node === node);
}

/** Outer variables that the loop writes, by name. */
export function targetNames(view: LoopView): readonly string[] {
  const { effects } = view.analysis.facts;
  const names = effects.flatMap((effect) => {
    if (effect.kind !== 'write' && effect.kind !== 'mutate') return [];
    const { root } = effect.place;
    if (root.kind !== 'binding') return root.kind === 'this' ? ['this'] : [];
    const variable = view.names
      .referencesIn(view.body)
      .find(({ resolved }) => resolved?.name === root.name)?.resolved;
    return variable && view.isLocal(variable) ? [] : [root.name];
  });
  return [...new Set(names)];
}

function targetName(view: LoopView): string {
  return targetNames(view)[0] ?? 'value';
}
