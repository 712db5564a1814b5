/**
 * Purpose: what pulling the items of a loop may do.
 * Input: the iterable of a for-of loop.
 * Guarantee: `collection` and `generator` only where no code with effects runs between items.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../facts/index.ts';
import { isFunction, unwrap } from '../../facts/ast.ts';
import { runOf } from '../../facts/run.ts';
import { summarize } from '../../facts/summaries/summarize.ts';
import { inferType } from '../../facts/values/infer.ts';
import type { Effect, Place, Range } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';

export type IterableKind =
  /** A built-in collection, or an iterator over one. */
  | { readonly kind: 'collection' }
  /** A call of a generator function of the file whose pulls have no effects; `reads` are the outer places it looks at. */
  | { readonly kind: 'generator'; readonly reads: readonly Place[] }
  /** A generator that does something besides giving items. */
  | { readonly kind: 'effects'; readonly range: Range; readonly effect: Effect }
  | { readonly kind: 'unknown' };

const collections = /^(?:array|string|typed-array|buffer|set|map|iterator)$/;

export function classifyIterable(view: LoopView, node: TSESTree.Node): IterableKind {
  const expression = unwrap(node);
  const generator = generatorOf(view, expression);
  if (generator) return classifyGenerator(view, generator, expression.range);
  const { space } = view.analysis.facts.loop;
  if (space.kind === 'elements' && space.isArray !== 'unknown') return { kind: 'collection' };
  const types = [...inferType(runOf(view.facts), expression, view.unit)];
  const isCollection = types.length > 0 && types.every(({ kind }) => collections.test(kind));
  return { kind: isCollection ? 'collection' : 'unknown' };
}

/** The generator function of the file that an expression calls. */
function generatorOf(view: LoopView, node: TSESTree.Node): FunctionNode | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const [definition] = view.names.variableOf(node.callee)?.defs ?? [];
  const declared = definition?.type === 'Variable' ? definition.node.init : definition?.node;
  return declared && isFunction(declared) && declared.generator && !declared.async ? declared : undefined;
}

function classifyGenerator(view: LoopView, generator: FunctionNode, range: Range): IterableKind {
  const { steps } = summarize(runOf(view.facts), generator, view.unit);
  const reads: Place[] = [];
  for (const step of steps) {
    if (step.kind === 'invoke') return { kind: 'unknown' };
    if (step.kind === 'yield') continue;
    if (step.kind !== 'read') return { kind: 'effects', range, effect: step as Effect };
    reads.push(step.place);
  }
  return { kind: 'generator', reads };
}
