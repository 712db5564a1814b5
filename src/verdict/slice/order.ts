/**
 * Purpose: whether errors come at the right moment when the part runs before the remainder.
 * Input: a slice.
 * Guarantee: `plain` when nothing that could be seen happens before the part in an iteration; `settled` when all of the part comes
 * after something that can be seen, so that its error must wait; otherwise says where part and remainder alternate.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Effect, Range } from '../../model/index.ts';
import { contains, isLoopStatement } from '../../facts/ast.ts';
import type { Variable } from '@typescript-eslint/scope-manager';
import { ensure } from '../ensure.ts';
import { PartContent } from './content.ts';
import { jumpsOutOf } from './jumps.ts';
import type { LoopView } from './loop-view.ts';
import { throwsFirst } from './may-throw.ts';
import { idOf } from './names.ts';
import type { Slice } from './cut.ts';
import { collect, headsOf } from './pieces.ts';
import { isDeadOnThrow } from './visibility.ts';
import { workOf } from './work.ts';

type Node = TSESTree.Node;

export type ErrorOrder =
  | { readonly kind: 'plain' }
  /** The outcome is unwrapped before this statement of the body. */
  | { readonly kind: 'settled'; readonly before: Node }
  /** Code of the part that comes after something visible which follows other code of the part. */
  | {
      readonly kind: 'mixed';
      readonly after: Range;
      readonly visible: Range;
      readonly isFirstCheap: boolean;
    };

interface Step {
  /** `quiet`: code of the part that can't throw. */
  readonly kind: 'part' | 'quiet' | 'visible';
  readonly range: Range;
  readonly node: Node;
}

export function orderErrors(view: LoopView, slice: Slice): ErrorOrder {
  const order = orderSteps(view, stepsOf(view, slice, false));
  if (order.kind !== 'plain') return order;
  // An error of the remainder's own (a property of null) comes first where all of the part comes after it.
  const careful = orderSteps(view, stepsOf(view, slice, true));
  return careful.kind === 'settled' ? careful : order;
}

function orderSteps(view: LoopView, steps: readonly Step[]): ErrorOrder {
  const firstVisible = steps.findIndex(({ kind }) => kind === 'visible');
  const seen = steps[firstVisible];
  const lastPart = steps.findLastIndex(({ kind }) => kind === 'part');
  const loop = alternatingLoop(steps, view);
  if (!seen || (lastPart < firstVisible && !loop)) return { kind: 'plain' };
  const firstMoved = steps.findIndex(({ kind }) => kind !== 'visible');
  const moved = ensure(steps[firstMoved], 'a part that comes after something visible has a step');
  const between = steps.slice(firstMoved, lastPart + 1).find(({ kind }) => kind === 'visible');
  const top = topStatement(moved.range, view);
  const isClear = steps.slice(0, firstMoved).every(({ range }) => !contains(top.range, range));
  if (!between && !loop && isClear) return { kind: 'settled', before: top };
  const visible = (between ?? loop ?? seen).range;
  const before = steps.slice(
    0,
    steps.findIndex(({ range }) => range === visible),
  );
  const isFirstCheap = before.every(
    ({ kind, node }) => kind === 'visible' || workOf(node, view.names) !== 'heavy',
  );
  return { kind: 'mixed', after: topStatement(visible, view).range, visible, isFirstCheap };
}

function topStatement(range: Range, view: LoopView): Node {
  return view.statements.find((statement) => contains(statement.range, range)) ?? view.analysis.site.body;
}

/**
 * What can throw in the part, and what can be seen in the remainder, in evaluation order.
 * @param withThrows whether errors that the remainder may throw by itself count too
 */
function stepsOf(view: LoopView, slice: Slice, withThrows: boolean): readonly Step[] {
  const steps: Step[] = [];
  const content = new PartContent(view, slice);
  for (const piece of collect(slice.pieces, () => true)) {
    const { node, mode } = piece;
    if (mode === 'branch') {
      if (content.has(piece)) steps.push(...headSteps(node, view));
      continue;
    }
    if (mode === 'part') {
      const isKept = !slice.repeated.has(node) || slice.guards.includes(node);
      if (isKept) steps.push({ kind: movedKind(node, view), range: node.range, node });
      continue;
    }
    const hoists = slice.hoists.filter((hoist) => hoist.piece === piece);
    const moved = hoists.map((hoist) => hoist.node.range);
    const visible = visibleEffects(node, moved, view);
    const hoisted = hoists.map((hoist) => {
      const order = Math.min(...view.effectsIn(hoist.node.range).map((effect) => effect.order));
      return {
        kind: movedKind(hoist.node, view),
        range: hoist.node.range,
        node: hoist.node,
        order: Number.isFinite(order) ? order : -1,
      };
    });
    const own = visible.map((effect) => ({
      kind: 'visible' as const,
      range: node.range,
      node,
      order: effect.order,
    }));
    if (withThrows && throwsFirst(view, node, moved))
      own.push({ kind: 'visible', range: node.range, node, order: -2 });
    const leaves = mode === 'rest' && jumpsOutOf(node).length > 0;
    const exit = leaves ? [{ kind: 'visible' as const, range: node.range, node, order: Infinity }] : [];
    steps.push(...[...hoisted, ...own, ...exit].sort((a, b) => a.order - b.order));
  }
  return steps;
}

/** What the task evaluates of a branch's head. */
function headSteps(node: Node, view: LoopView): readonly Step[] {
  return headsOf(node).map((range) => ({
    kind: view.effectsIn(range).length > 0 ? ('part' as const) : ('quiet' as const),
    range,
    node: 'test' in node && typeof node.test === 'object' && node.test ? node.test : node,
  }));
}

function movedKind(node: Node, view: LoopView): 'part' | 'quiet' {
  return view.effectsIn(node.range).length > 0 ? 'part' : 'quiet';
}

function visibleEffects(node: Node, hoisted: readonly Range[], view: LoopView): readonly Effect[] {
  return view
    .effectsIn(node.range)
    .filter((effect) => !hoisted.some((range) => contains(range, effect.range)) && isVisible(effect, view));
}

function isVisible(effect: Effect, view: LoopView): boolean {
  if (effect.kind === 'read') return false;
  if (effect.kind !== 'write' && effect.kind !== 'mutate') return true;
  const { root } = effect.place;
  if (root.kind === 'fresh') return false;
  if (root.kind !== 'binding') return true;
  const variable = variableWithId(root.id, view);
  const named = effect.place.path.filter(({ kind }) => kind !== 'all');
  const depth = named.length + (effect.kind === 'mutate' ? 1 : 0);
  return !variable || !(view.isLocal(variable) || isDead(variable, view, depth));
}

const deadCache = new WeakMap<LoopView, Map<string, boolean>>();

function isDead(variable: Variable, view: LoopView, depth: number): boolean {
  const known = deadCache.get(view) ?? new Map<string, boolean>();
  deadCache.set(view, known);
  const key = `${idOf(variable)} ${depth}`;
  const answer = known.get(key) ?? isDeadOnThrow(variable, view, depth);
  known.set(key, answer);
  return answer;
}

function variableWithId(id: string, view: LoopView): Variable | undefined {
  return (
    view.names
      .referencesIn(view.body)
      .map(({ resolved }) => resolved)
      .find((variable) => variable && idOf(variable) === id) ?? undefined
  );
}

/** A loop inside the body in whose rounds part and visible remainder alternate. */
function alternatingLoop(steps: readonly Step[], view: LoopView): Step | undefined {
  return steps.find(({ kind, node }) => {
    if (kind !== 'visible') return false;
    // Without braces, an inner loop is the body itself.
    for (let at = node.parent; at && contains(view.body, at.range); at = at.parent) {
      const { range } = at;
      if (isLoopStatement(at) && steps.some((step) => step.kind === 'part' && contains(range, step.range)))
        return true;
    }
    return false;
  });
}
