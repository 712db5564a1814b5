/**
 * Purpose: the iteration space as the runtime gets it, and the item as the task's parameter.
 * Input: a loop's space and head.
 * Guarantee: the runtime visits the same items in the same order; what can't be promised is refused.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Bound, IterationSpace, ItemsPlan, Range, Template } from '../../model/index.ts';
import { unwrap } from '../../facts/ast.ts';
import { classifyIterable } from '../slice/iterable.ts';
import { endsIteration, jumpsOutOf } from '../slice/jumps.ts';
import type { LoopView } from '../slice/loop-view.ts';

export interface ItemPlan {
  readonly items: ItemsPlan;
  /** The pattern of the item, for the task and for the loop over the results. */
  readonly pattern: Template | undefined;
  readonly parameterType: Template | undefined;
  /** The pattern takes items apart, which may throw: it is needed even where its names aren't used. */
  readonly isTakenApart: boolean;
  /** Text of the items expression: it stays in the source, evaluated once. */
  readonly ranges: readonly Range[];
}

/** The items of a statement loop. */
export function planItems(view: LoopView): ItemPlan | undefined {
  const { space } = view.analysis.facts.loop;
  switch (space.kind) {
    case 'counted':
      return planCounted(view, space);
    case 'elements':
      return planElements(view, space);
    case 'keys':
      return planKeys(view);
    case 'length':
    case 'open':
      return undefined;
  }
}

function planCounted(view: LoopView, space: IterationSpace & { kind: 'counted' }): ItemPlan {
  const { from, to, step, inclusive } = space;
  const name = view.analysis.facts.loop.items[0]?.name ?? 'i';
  return {
    items: {
      kind: 'range',
      from: boundText(from),
      to: inclusive ? pastBound(view, to, Math.sign(step)) : boundText(to),
      step: step === 1 ? undefined : [String(step)],
    },
    pattern: [name],
    parameterType: undefined,
    isTakenApart: false,
    ranges: [from, to].flatMap(({ range }) => (range ? [range] : [])),
  };
}

function boundText({ range, value }: Bound): Template {
  return range ? [range] : [String(value ?? 0)];
}

/** `i <= n` as `i < n + 1`, which is the same for whole numbers only. */
function pastBound(view: LoopView, bound: Bound, sign: number): Template {
  if (bound.value !== undefined) return [String(bound.value + sign)];
  const text = bound.range ? view.text(bound.range) : '0';
  const operator = sign > 0 ? '+' : '-';
  const isSimple = /^[\w$.]+$/.test(text);
  const written = boundText(bound);
  const inner: Template = isSimple ? written : ['(', ...written, ')'];
  if (/\.length$/.test(text)) return [...inner, ` ${operator} 1`];
  return [sign > 0 ? 'Math.floor(' : 'Math.ceil(', ...written, `) ${operator} 1`];
}

function planElements(view: LoopView, space: IterationSpace & { kind: 'elements' }): ItemPlan | undefined {
  const { node } = view.analysis.site;
  if (node.type !== 'ForOfStatement' || node.left.type !== 'VariableDeclaration') return undefined;
  const { id: pattern } = node.left.declarations[0];
  return {
    items: planIterable(view, node.right),
    pattern: [patternRange(pattern)],
    parameterType: [space.iterable],
    isTakenApart: pattern.type !== 'Identifier',
    ranges: [space.iterable],
  };
}

function planKeys(view: LoopView): ItemPlan | undefined {
  const { node } = view.analysis.site;
  if (node.type !== 'ForInStatement' || node.left.type !== 'VariableDeclaration') return undefined;
  const [declared] = node.left.declarations;
  if (declared?.id.type !== 'Identifier' || declared.init) return undefined;
  const { id } = declared;
  return {
    items: { kind: 'keys', text: [node.right.range] },
    pattern: [patternRange(id)],
    parameterType: undefined,
    isTakenApart: false,
    ranges: [node.right.range],
  };
}

/** The pattern without its type annotation. */
export function patternRange(pattern: TSESTree.Node): Range {
  const annotation = 'typeAnnotation' in pattern ? pattern.typeAnnotation : undefined;
  return annotation ? [pattern.range[0], annotation.range[0]] : pattern.range;
}

/** Items that are known one by one only are pulled before the loop where nobody can tell, else in step with it. */
function planIterable(view: LoopView, node: TSESTree.Node): ItemsPlan {
  const text = iterableText(node);
  const { kind } = classifyIterable(view, node);
  if (kind === 'collection') return { kind: 'iterable', text, spread: false };
  const leaves = view.statements.some((statement) =>
    jumpsOutOf(statement).some((jump) => !endsIteration(jump, view.analysis.site)),
  );
  if (kind === 'generator' && !leaves) return { kind: 'iterable', text, spread: true };
  return { kind: 'iterable', text, spread: false, inStep: true };
}

function iterableText(node: TSESTree.Node): Template {
  return unwrap(node).type === 'SequenceExpression' ? ['(', node.range, ')'] : [node.range];
}
