/**
 * Purpose: `.map`, `.filter`, `.flatMap`, `.some`, `.every`, `.find`, `.findIndex`, `.reduce` and `Array.from` as pool calls.
 * Input: a method form and what can't leave the main thread.
 * Guarantee: the receiver is an array, the callback independent as a whole, and what it returns (where it is kept) can cross.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, Template } from '../../model/index.ts';
import { contains, returnedBy, unwrap } from '../../facts/ast.ts';
import type { FunctionNode } from '../../facts/index.ts';
import { obstacleTo } from '../slice/crossing.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import { Independence } from '../slice/independence.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { assemblePlan } from './assemble.ts';
import type { Attempt } from './attempt.ts';
import { framed, withComments } from './comments.ts';
import { asOperand } from './render-part.ts';
import { planMethodItems, suffixOf } from './method-items.ts';
import { promisedMap } from '../promised-map.ts';
import { capitalize, filterName, singular, taskNameFor } from './name.ts';
import { joinLines } from './rope.ts';
import { planWholeArray } from './whole-array.ts';

type Node = TSESTree.Node;
export type Method = Extract<ConsumePlan, { as: 'expression' }>['method'];

export const methods: Readonly<Record<string, Method>> = {
  map: 'map',
  from: 'map',
  filter: 'filter',
  flatMap: 'flatMap',
  find: 'find',
  findIndex: 'findIndex',
  some: 'some',
  every: 'every',
};

export const kinds = {
  map: 'map',
  filter: 'filter',
  flatMap: 'flatMap',
  find: 'search',
  findIndex: 'search',
  some: 'search',
  every: 'search',
} as const;

/** Forms whose callback's value is kept, and so has to cross. */
export const keepsResult = new Set<Method>(['map', 'flatMap']);

/** Whether the receiver and the callback's parameters rule a plan out, whatever the body does. */
export function hasNoItems(view: LoopView): boolean {
  const method = methods[view.analysis.facts.loop.form];
  const isWhole = method !== undefined && planWholeArray(view, method) !== undefined;
  return !isWhole && 'refusals' in planMethodItems(view);
}

export function planMethod(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const { site, facts } = view.analysis;
  const method = methods[facts.loop.form];
  const { callback } = site;
  if (!method || !callback) return { refusals: [accumulates(view), ...blockers] };
  const whole = planWholeArray(view, method);
  const items = whole?.items ?? planMethodItems(view);
  if ('refusals' in items) return items;
  const independence = new Independence(view, blockers);
  const reasons = [
    ...independence.reasonsOf(site.body),
    ...callback.params.flatMap((param) => independence.reasonsOf(param)),
  ];
  if (reasons.length > 0) return { refusals: reasons };
  const obstacles = keepsResult.has(method)
    ? returnedBy(callback).flatMap((value) => obstacleTo(value, view) ?? [])
    : [];
  if (obstacles.length > 0) return { refusals: obstacles };
  return assemblePlan(view, {
    kind: kinds[method],
    items,
    consume: { as: 'expression', method, suffix: whole?.suffix ?? suffixOf(method, items) },
    task: { name: taskName(view, method), ...textOf(view, callback, whole?.lead ?? []), results: [] },
    ranges: [callback.body.range, ...callback.params.map(({ range }) => range)],
    ...(whole ? { constants: [whole.constant], usesItem: true } : {}),
    crossing: keepsResult.has(method) ? returnedBy(callback) : [],
    resultNames: [targetOf(site.node)].filter((name) => name !== undefined),
  });
}

/** `reduce` hands what one call returns to the next. */
function accumulates(view: LoopView): Blocker {
  const { loop } = view.analysis.facts;
  const subject = loop.items[0]?.name ?? loop.form;
  const hazard = makeHazard(view, 'carried-flow', { subject, range: loop.head });
  return { range: loop.head, hazard, missing: undefined, effect: undefined };
}

/** The callback's body behind other lines. */
function textOf(
  view: LoopView,
  { body }: FunctionNode,
  lead: readonly Template[],
): { readonly body: Template; readonly isExpression: boolean } {
  if (body.type !== 'BlockStatement') {
    const value = asOperand(body).body;
    const isExpression = lead.length === 0;
    return {
      body: isExpression ? value : joinLines([...lead, ['return ', ...value, ';']], view.unit),
      isExpression,
    };
  }
  const [first, last] = [body.body[0], body.body.at(-1)];
  const text: Template = first && last ? [[withComments(first, view)[0], withComments(last, view)[1]]] : [];
  return { body: joinLines([...lead, ...framed([text], view)], view.unit), isExpression: false };
}

/** The variable, property or function that a call's value is given to. */
export function targetOf(node: Node): string | undefined {
  const { parent } = node;
  const isPromised = parent?.type === 'CallExpression' && promisedMap(parent)?.map === node;
  let at: Node | undefined = isPromised ? parent.parent : parent;
  while (at && (unwrap(at) !== at || at.type === 'AwaitExpression')) at = at.parent;
  if (at?.type === 'VariableDeclarator' && at.id.type === 'Identifier') return at.id.name;
  if (at?.type === 'AssignmentExpression' && at.left.type === 'Identifier') return at.left.name;
  if (at?.type === 'Property' && at.key.type === 'Identifier' && contains(at.value.range, node.range))
    return at.key.name;
  return undefined;
}

export function taskName(view: LoopView, method: Method): string {
  const target = targetOf(view.analysis.site.node);
  if (method === 'map' || method === 'flatMap') return taskNameFor(target ?? calleeName(view) ?? 'result');
  if (method === 'filter') return filterName(view);
  return `isMatching${capitalize(singular(view.analysis.facts.loop.items[0]?.name ?? 'item'))}`;
}

/** The function that the callback's value comes from. */
function calleeName(view: LoopView): string | undefined {
  const { body } = view.analysis.site;
  const call = unwrap(body);
  return call.type === 'CallExpression' && call.callee.type === 'Identifier' ? call.callee.name : undefined;
}
