/**
 * Purpose: what `.map`, `.forEach` & co. and `Array.from` visit, as the runtime gets it.
 * Input: a method form, and how its callback names the element and the index.
 * Guarantee: the same elements in the same order, holes skipped where the method skips them; what can't be promised is refused.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConsumePlan, HazardCode, ItemsPlan, MissingFact, Range, Template } from '../../model/index.ts';
import { isReplaced } from '../../facts/replaced-methods.ts';
import { runOf } from '../../facts/run.ts';
import type { Blocker } from '../slice/describe.ts';
import { makeHazard } from '../slice/describe.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { classifyIterable } from '../slice/iterable.ts';
import type { ItemPlan } from './items.ts';
import { patternRange } from './items.ts';

type Node = TSESTree.Node;
type Refused = { readonly refusals: readonly Blocker[] };

/** How the task names what it gets; undefined for what it doesn't use. */
export interface Parameters {
  readonly item: Template | undefined;
  readonly index: Template | undefined;
  readonly isTakenApart: boolean;
}

/** The receiver's elements, with their index where the callback wants it. */
export function planMethodItems(view: LoopView): ItemPlan | Refused {
  const [item, index, ...more] = view.analysis.site.callback?.params ?? [];
  const isOdd = [item, index].some((param) => param?.type === 'RestElement');
  if (isOdd || more.some((param) => isUsed(param, view))) return refuseCall(view);
  const isFrom = view.analysis.facts.loop.space.kind === 'length';
  if (isFrom && item && isUsed(item, view)) return refuseCall(view);
  return itemsOfMethod(view, {
    item: item && [patternRange(item)],
    index: index && isUsed(index, view) ? [patternRange(index)] : undefined,
    isTakenApart: item !== undefined && item.type !== 'Identifier',
  });
}

/** The elements that the method visits, for a task with these parameters. */
export function itemsOfMethod(view: LoopView, parameters: Parameters): ItemPlan | Refused {
  const { site, facts } = view.analysis;
  const call = site.node as TSESTree.CallExpression;
  const isFrom = facts.loop.form === 'from';
  if (call.optional || call.arguments.length > (isFrom ? 2 : 1)) return refuseCall(view);
  if (isReplaced(runOf(view.facts), view.unit, facts.loop.form)) return refuseCall(view);
  const { space } = facts.loop;
  if (space.kind === 'length') return lengthItems(view, space.length, parameters);
  if (space.kind !== 'elements') return refuseCall(view, 'unknown-trip-count');
  // `Array.from` takes objects with a length as well, which can't be iterated.
  const source = isFrom ? call.arguments[0] : undefined;
  const isCollection = source !== undefined && classifyIterable(view, source).kind === 'collection';
  if (space.isArray === 'unknown' && !isCollection) return notAnArray(view, space.iterable);
  const { item, index, isTakenApart } = parameters;
  const text: Template = [space.iterable];
  const ranges = [space.iterable];
  if (index) {
    // What `map` leaves out stays a hole in its result, which pairs can't say.
    const keepsHoles = facts.loop.form === 'map' && !space.dense;
    if (keepsHoles) return notAnArray(view, space.iterable);
    const pattern: Template = ['[', ...index, ', ', ...(item ?? ['_']), ']'];
    const presentOnly = !space.dense && skipsHoles.has(facts.loop.form);
    const items: ItemsPlan = { kind: 'enumerate', text, presentOnly };
    return { items, pattern, parameterType: undefined, isTakenApart, ranges };
  }
  const isPresent = facts.loop.form === 'forEach' && !space.dense;
  const items: ItemsPlan = isPresent
    ? { kind: 'present', text }
    : { kind: 'iterable', text, spread: isFrom && !space.dense };
  return { items, pattern: item, parameterType: text, isTakenApart, ranges };
}

const skipsHoles = new Set(['forEach', 'filter', 'flatMap', 'some', 'every']);

/** The elements back from pairs of index and element. */
export function suffixOf(
  method: Extract<ConsumePlan, { as: 'expression' }>['method'],
  { items }: ItemPlan,
): Template {
  if (items.kind !== 'enumerate') return [];
  if (method === 'filter') return ['.map(([, item]) => item)'];
  return method === 'find' ? ['?.[1]'] : [];
}

/** `Array.from({ length: n }, (_, i) => …)`; a length is cut to a whole number, as `range` doesn't. */
function lengthItems(view: LoopView, length: Range, { index }: Parameters): ItemPlan {
  const isWhole = /^\d+$|\.length$/.test(view.text(length));
  const to: Template = isWhole ? [length] : ['Math.floor(', length, ')'];
  return {
    items: { kind: 'range', from: ['0'], to, step: undefined },
    pattern: index,
    parameterType: undefined,
    isTakenApart: false,
    ranges: [length],
  };
}

function isUsed(param: Node, view: LoopView): boolean {
  return view.names.declaredIn(param.range).some((variable) => variable.references.some(({ init }) => !init));
}

function refuseCall(view: LoopView, code: HazardCode = 'hidden-code'): Refused {
  const { range } = view.analysis.site.node;
  const hazard = makeHazard(view, code, { subject: view.text(view.analysis.facts.loop.head), range });
  return { refusals: [{ range, hazard, missing: undefined, effect: undefined }] };
}

function notAnArray(view: LoopView, range: Range): Refused {
  const subject = view.text(range).replace(/\s+/g, ' ').slice(0, 40);
  const hazard = makeHazard(view, 'hidden-code', { subject, range, certainty: 'possible' });
  const missing: MissingFact = { kind: 'is-array', subject, line: hazard.at.line };
  return { refusals: [{ range, hazard, missing, effect: undefined }] };
}
