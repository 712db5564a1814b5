/**
 * Purpose: callbacks that look at the whole array, their third parameter: `xs.filter((x, i, all) => all.indexOf(x) === i)`.
 * Input: a method form over a variable.
 * Guarantee: the array travels once, as a constant, and a task takes its element out of it, so that both are parts of one copy; the
 * same positions in the same order, holes skipped where the method skips them.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { ConstantPlan, Template } from '../../model/index.ts';
import { ensure } from '../ensure.ts';
import type { LoopView } from '../slice/loop-view.ts';
import { idOf } from '../slice/names.ts';
import type { ItemPlan } from './items.ts';
import { patternRange } from './items.ts';
import type { Method } from './method.ts';
import { NameGiver } from './name.ts';

export interface WholeArray {
  readonly items: ItemPlan;
  /** The array under the name that the callback gives it. */
  readonly constant: ConstantPlan;
  /** Lines before the callback's body. */
  readonly lead: readonly Template[];
  /** The elements back from their positions. */
  readonly suffix: Template;
}

/** What a method gives for the position of a hole. */
const ofHole: Partial<Record<Method, string>> = {
  filter: 'false',
  some: 'false',
  every: 'true',
  flatMap: '[]',
};

/** Undefined when the callback has no use for the array, or uses it in another way than by a plain parameter. */
export function planWholeArray(view: LoopView, method: Method): WholeArray | undefined {
  const { site, facts } = view.analysis;
  const { space } = facts.loop;
  const [item, index, whole, ...more] = site.callback?.params ?? [];
  const receiver = receiverOf(site.node);
  const variable = receiver && view.names.variableOf(receiver);
  if (!item || hasDirective(site.body) || whole?.type !== 'Identifier' || more.length > 0 || !variable)
    return undefined;
  if (!isUsed(whole, view) || space.kind !== 'elements' || space.isArray === 'unknown') return undefined;
  if (index?.type !== 'Identifier' || /^(?:Assignment|Rest)/.test(item.type) || method === 'find')
    return undefined;
  const skipsHoles = method !== 'findIndex' && !space.dense;
  if (method === 'map' && skipsHoles) return undefined;
  const names = new NameGiver(view);
  const position = isUsed(index, view) ? index.name : names.give('index');
  const kept = position === receiver.name ? names.give('at') : position;
  const hole = skipsHoles ? [[`if (!(${position} in ${whole.name})) return ${ofHole[method] ?? ''};`]] : [];
  return {
    items: {
      items: { kind: 'range', from: ['0'], to: [receiver.range, '.length'], step: undefined },
      pattern: [position],
      parameterType: undefined,
      isTakenApart: false,
      ranges: [receiver.range],
    },
    constant: {
      id: idOf(variable),
      name: whole.name,
      value: [receiver.range],
      typeOf: ensure(variable.identifiers[0], 'a variable that is named has a declaration').range,
    },
    lead: [...hole, ...elementLine(item, `${whole.name}[${position}]`, view)],
    suffix: method === 'filter' ? [`.map((${kept}) => `, receiver.range, `[${kept}]${mark(view)})`] : [],
  };
}

/** `'use strict'` has to come first. */
function hasDirective(body: TSESTree.Node): boolean {
  const [first] = body.type === 'BlockStatement' ? body.body : [];
  return first?.type === 'ExpressionStatement' && first.directive !== undefined;
}

/** `xs` of `xs.filter(…)`, when nothing else is passed. */
function receiverOf(node: TSESTree.Node): TSESTree.Identifier | undefined {
  if (node.type !== 'CallExpression' || node.optional || node.arguments.length !== 1) return undefined;
  const { callee } = node;
  const isPlain = callee.type === 'MemberExpression' && callee.object.type === 'Identifier';
  return isPlain && callee.object.type === 'Identifier' ? callee.object : undefined;
}

/** `const { id } = all[i];` */
function elementLine(item: TSESTree.Node, element: string, view: LoopView): readonly Template[] {
  const variables = view.names.declaredIn(item.range);
  const isAssigned = variables.some(({ references }) => references.some((one) => one.isWrite() && !one.init));
  if (item.type === 'Identifier' && !isUsed(item, view)) return [];
  return [[isAssigned ? 'let ' : 'const ', patternRange(item), ` = ${element}${mark(view)};`]];
}

function mark({ unit }: LoopView): string {
  return unit.isTypeScript ? '!' : '';
}

function isUsed(param: TSESTree.Node, view: LoopView): boolean {
  return view.names.declaredIn(param.range).some((variable) => variable.references.some(({ init }) => !init));
}
