/**
 * Purpose: items that are read by code of the program: getters that stand in place of elements.
 * Input: a loop over elements.
 * Guarantee: without a blocker no getter that the file, or one that it imports by a relative path, defines for an element runs when an
 * item is read: reading items ahead of their turn, and more than once, can't be seen.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { findPossible } from '../../facts/effects/possible-accessors.ts';
import { runOf } from '../../facts/run.ts';
import { inferType } from '../../facts/values/infer.ts';
import type { Blocker } from './describe.ts';
import { makeHazard } from './describe.ts';
import type { LoopView } from './loop-view.ts';

export function findElementGetters(view: LoopView): readonly Blocker[] {
  const { site, facts } = view.analysis;
  const { space, form } = facts.loop;
  const iterable = space.kind === 'elements' ? iterableOf(site.node, form === 'from') : undefined;
  if (!iterable || !mayBeArray(view, iterable)) return [];
  const [getter] = findPossible(runOf(view.facts), view.unit, { kind: 'index' }, 'get');
  if (!getter) return [];
  const { range } = iterable;
  const hazard = makeHazard(view, 'hidden-code', { subject: view.text(range).slice(0, 40), range });
  return [{ range, hazard, missing: undefined, effect: undefined }];
}

/** What a loop or an array method goes over. */
function iterableOf(node: TSESTree.Node, isFrom: boolean): TSESTree.Node | undefined {
  if (node.type === 'ForOfStatement') return node.right;
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined;
  return isFrom ? node.arguments[0] : node.callee.object;
}

function mayBeArray(view: LoopView, iterable: TSESTree.Node): boolean {
  const kinds = [...inferType(runOf(view.facts), iterable, view.unit)].map(({ kind }) => kind);
  return kinds.length === 0 || kinds.some((kind) => kind === 'array' || kind === 'object' || kind === 'any');
}
