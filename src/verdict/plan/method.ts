/**
 * Purpose: `.map`, `.filter`, `.flatMap`, `.some`, `.every`, `.find`, `.findIndex`, `.reduce` and `Array.from` as pool calls.
 * Input: a method form and what can't leave the main thread.
 * Guarantee: the receiver is an array, the callback independent as a whole, and what it returns (where it is kept) can cross.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, ItemsPlan, MissingFact, Range, Template } from '../../model/index.ts';
import { contains, isFunction, unwrap, walkNodes } from '../../facts/ast.ts';
import { obstacleTo } from '../slice/crossing.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import { Independence } from '../slice/independence.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { assemblePlan } from './assemble.ts';
import type { Attempt } from './attempt.ts';
import type { ItemPlan } from './items.ts';
import { asOperand } from './render-part.ts';
import { patternRange } from './items.ts';
import { capitalize, singular, taskNameFor } from './name.ts';

type Node = TSESTree.Node;
type Method = Extract<ConsumePlan, { as: 'expression' }>['method'];

const methods: Readonly<Record<string, Method>> = {
  map: 'map',
  from: 'map',
  filter: 'filter',
  flatMap: 'flatMap',
  find: 'find',
  findIndex: 'findIndex',
  some: 'some',
  every: 'every',
};

const kinds = {
  map: 'map',
  filter: 'filter',
  flatMap: 'flatMap',
  find: 'search',
  findIndex: 'search',
  some: 'search',
  every: 'search',
} as const;

/** Forms whose callback's value is kept, and so has to cross. */
const keepsResult = new Set<Method>(['map', 'flatMap']);

export function planMethod(view: LoopView, blockers: readonly Blocker[]): Attempt {
  const { site, facts } = view.analysis;
  const method = methods[facts.loop.form];
  const { callback } = site;
  if (!method) return { refusals: [accumulates(view), ...blockers] };
  const items = planMethodItems(view);
  if ('refusals' in items) return items;
  if (!callback) return { refusals: [...blockers, namedCallback(view)] };
  const independence = new Independence(view, blockers);
  const reasons = [
    ...independence.reasonsOf(site.body),
    ...callback.params.flatMap((param) => independence.reasonsOf(param)),
  ];
  if (reasons.length > 0) return { refusals: reasons };
  const obstacles = keepsResult.has(method)
    ? returnedValues(callback).flatMap((value) => obstacleTo(value, view) ?? [])
    : [];
  if (obstacles.length > 0) return { refusals: obstacles };
  return assemblePlan(view, {
    kind: kinds[method],
    items,
    consume: { as: 'expression', method, suffix: [] },
    task: {
      name: taskName(view, method),
      body: bodyOf(callback),
      isExpression: callback.body.type !== 'BlockStatement',
      results: [],
    },
    ranges: [callback.body.range, ...callback.params.map(({ range }) => range)],
    resultNames: targetOf(site.node) ? [targetOf(site.node)!] : [],
  });
}

/** The receiver's elements, with their index where the callback wants it. */
export function planMethodItems(view: LoopView): ItemPlan | { readonly refusals: readonly Blocker[] } {
  const { site, facts } = view.analysis;
  const call = site.node as TSESTree.CallExpression;
  const [item, index, ...more] = site.callback?.params ?? [];
  const isFrom = facts.loop.form === 'from';
  if (
    call.optional ||
    call.arguments.length > (isFrom ? 2 : 1) ||
    more.some((param) => isUsed(param, view))
  ) {
    return { refusals: [refuse(view, call, 'hidden-code', view.text(facts.loop.head))] };
  }
  if ([item, index].some((param) => param?.type === 'RestElement')) {
    return { refusals: [refuse(view, call, 'hidden-code', view.text(facts.loop.head))] };
  }
  const { space } = facts.loop;
  if (space.kind === 'length') return lengthItems(view, space.length, item, index);
  if (space.kind !== 'elements')
    return { refusals: [refuse(view, call, 'unknown-trip-count', view.text(facts.loop.head))] };
  if (space.isArray === 'unknown' && !isFrom) return { refusals: [notAnArray(view, space.iterable)] };
  const text: Template = [space.iterable];
  const type: Template = [space.iterable];
  const isEach = facts.loop.form === 'forEach';
  if (index && isUsed(index, view)) {
    if (!space.dense && !isEach) return { refusals: [notAnArray(view, space.iterable)] };
    const items: ItemsPlan = { kind: 'enumerate', text, presentOnly: isEach && !space.dense };
    const pattern: Template = ['[', patternRange(index), ', ', ...patternOf(item), ']'];
    return {
      items,
      pattern,
      parameterType: undefined,
      isTakenApart: isPattern(item),
      ranges: [space.iterable],
    };
  }
  const items: ItemsPlan =
    isEach && !space.dense
      ? { kind: 'present', text }
      : { kind: 'iterable', text, spread: isFrom && !space.dense };
  return {
    items,
    pattern: item && patternOf(item),
    parameterType: type,
    isTakenApart: isPattern(item),
    ranges: [space.iterable],
  };
}

/** `Array.from({ length: n }, (_, i) => …)`; a length is cut to a whole number, as `range` doesn't. */
function lengthItems(
  view: LoopView,
  length: Range,
  item: Node | undefined,
  index: Node | undefined,
): ItemPlan | { readonly refusals: readonly Blocker[] } {
  if (item && isUsed(item, view))
    return { refusals: [refuse(view, item, 'hidden-code', view.text(item.range))] };
  const isWhole = /^\d+$|\.length$/.test(view.text(length));
  const to: Template = isWhole ? [length] : ['Math.floor(', length, ')'];
  return {
    items: { kind: 'range', from: ['0'], to, step: undefined },
    pattern: index && patternOf(index),
    parameterType: undefined,
    isTakenApart: false,
    ranges: [length],
  };
}

function isPattern(param: Node | undefined): boolean {
  return param !== undefined && param.type !== 'Identifier';
}

function patternOf(param: Node | undefined): Template {
  return param ? [patternRange(param)] : ['_'];
}

function isUsed(param: Node, view: LoopView): boolean {
  return view.names.declaredIn(param.range).some((variable) => variable.references.some(({ init }) => !init));
}

function refuse(
  view: LoopView,
  node: Node,
  code: 'hidden-code' | 'unknown-trip-count',
  subject: string,
): Blocker {
  const hazard = makeHazard(view, code, { subject, range: node.range });
  return { range: node.range, hazard, missing: undefined, effect: undefined };
}

/** `reduce` hands what one call returns to the next. */
function accumulates(view: LoopView): Blocker {
  const { loop } = view.analysis.facts;
  const subject = loop.items[0]?.name ?? loop.form;
  const hazard = makeHazard(view, 'carried-flow', { subject, range: loop.head });
  return { range: loop.head, hazard, missing: undefined, effect: undefined };
}

/** What a function that is only named returns for an item is not known here. */
function namedCallback(view: LoopView): Blocker {
  const { body } = view.analysis.site;
  const subject = view.text(body.range).slice(0, 40);
  const hazard = makeHazard(view, 'unknown-call', { subject, range: body.range, certainty: 'possible' });
  const missing: MissingFact = { kind: 'callee-pure', subject, line: hazard.at.line };
  return { range: body.range, hazard, missing, effect: undefined };
}

function notAnArray(view: LoopView, range: Range): Blocker {
  const subject = view.text(range).replace(/\s+/g, ' ').slice(0, 40);
  const hazard = makeHazard(view, 'hidden-code', { subject, range, certainty: 'possible' });
  const missing: MissingFact = { kind: 'is-array', subject, line: hazard.at.line };
  return { range, hazard, missing, effect: undefined };
}

/** The expressions that a callback returns. */
export function returnedValues(callback: Node): readonly Node[] {
  if (!isFunction(callback)) return [];
  if (callback.body && callback.body.type !== 'BlockStatement') return [callback.body];
  const values: Node[] = [];
  walkNodes(callback.body, (node) => {
    if (isFunction(node)) return false;
    if (node.type === 'ReturnStatement' && node.argument) values.push(node.argument);
    return true;
  });
  return values;
}

function bodyOf(callback: Node): Template {
  if (!isFunction(callback) || !callback.body) return [];
  const { body } = callback;
  if (body.type !== 'BlockStatement') return asOperand(body).body;
  const [first, last] = [body.body[0], body.body.at(-1)];
  return first && last ? [[first.range[0], last.range[1]]] : [];
}

/** The variable, property or function that a call's value is given to. */
export function targetOf(node: Node): string | undefined {
  let at: Node | undefined = node.parent;
  while (at && (unwrap(at) !== at || at.type === 'AwaitExpression')) at = at.parent;
  if (at?.type === 'VariableDeclarator' && at.id.type === 'Identifier') return at.id.name;
  if (at?.type === 'AssignmentExpression' && at.left.type === 'Identifier') return at.left.name;
  if (at?.type === 'Property' && at.key.type === 'Identifier' && contains(at.value.range, node.range))
    return at.key.name;
  return undefined;
}

function taskName(view: LoopView, method: Method): string {
  const target = targetOf(view.analysis.site.node);
  if (method === 'map' || method === 'flatMap') return taskNameFor(target ?? calleeName(view) ?? 'result');
  const item = singular(view.analysis.facts.loop.items[0]?.name ?? 'item');
  return method === 'filter' ? `isKept${capitalize(item)}` : `isMatching${capitalize(item)}`;
}

/** The function that the callback's value comes from. */
function calleeName(view: LoopView): string | undefined {
  const { body } = view.analysis.site;
  const call = unwrap(body);
  return call.type === 'CallExpression' && call.callee.type === 'Identifier' ? call.callee.name : undefined;
}
