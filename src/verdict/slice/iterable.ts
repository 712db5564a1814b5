/**
 * Purpose: what pulling the items of a loop may do.
 * Input: the iterable of a for-of loop.
 * Guarantee: `collection` and `generator` only where no code with effects runs between items.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { FunctionNode } from '../../facts/index.ts';
import { isFunction, unwrap, walkNodes } from '../../facts/ast.ts';
import { isProxyType, mayBeProxyType } from '../../facts/proxies.ts';
import { runOf } from '../../facts/run.ts';
import { summarize } from '../../facts/summaries/summarize.ts';
import { inferType } from '../../facts/values/infer.ts';
import type { Effect, Hazard, Place, Range } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';

export type IterableKind =
  /** A built-in collection, or a fresh iterator over one. */
  | { readonly kind: 'collection' }
  /** A call of a generator function of the file whose pulls have no effects; `reads` are the outer places it looks at. */
  | { readonly kind: 'generator'; readonly reads: readonly Place[] }
  /** A generator that does something besides giving items. */
  | { readonly kind: 'effects'; readonly range: Range; readonly effect: Effect }
  | { readonly kind: 'unknown' };

const collections = /^(?:array|string|typed-array|buffer|set|map)$/;

export function classifyIterable(view: LoopView, node: TSESTree.Node): IterableKind {
  const expression = unwrap(node);
  const generator = generatorOf(view, expression);
  if (generator) return classifyGenerator(view, generator, expression.range);
  const { space } = view.analysis.facts.loop;
  if (space.kind === 'elements' && space.isArray !== 'unknown') return { kind: 'collection' };
  const isKnown = isRepeatable(view, expression) || isFreshIterator(view, expression);
  return { kind: isKnown ? 'collection' : 'unknown' };
}

/** How certain it is that what a loop goes over is a Proxy: its handler's code runs in every round. */
export function certaintyOfProxy(view: LoopView, node: TSESTree.Node): Hazard['certainty'] | undefined {
  const run = runOf(view.facts);
  const type = inferType(run, node, view.unit);
  if (isProxyType(type)) return 'definite';
  return mayBeProxyType(run, view.unit, type) ? 'possible' : undefined;
}

/** Whether an iterable surely gives the same items each time that it is gone through. */
export function isRepeatable(view: LoopView, node: TSESTree.Node): boolean {
  const expression = unwrap(node);
  return isCollection(view, expression) || returnsCollections(view, expression);
}

function isCollection(view: LoopView, expression: TSESTree.Node): boolean {
  const types = [...inferType(runOf(view.facts), expression, view.unit)];
  return types.length > 0 && types.every(({ kind }) => collections.test(kind));
}

/** `map.values()`: nobody else holds the iterator, so that nobody sees how far it was pulled. */
function isFreshIterator(view: LoopView, expression: TSESTree.Node): boolean {
  if (expression.type !== 'CallExpression' || expression.callee.type !== 'MemberExpression') return false;
  const types = [...inferType(runOf(view.facts), expression, view.unit)];
  const isIterator = types.length > 0 && types.every(({ kind }) => kind === 'iterator');
  return isIterator && isCollection(view, unwrap(expression.callee.object));
}

/** A call of a function of the file that gives a collection wherever it returns. */
function returnsCollections(view: LoopView, node: TSESTree.Node): boolean {
  const callee = functionCalledBy(view, node);
  if (!callee || callee.async || callee.generator || callee.body.type !== 'BlockStatement') return false;
  const values: (TSESTree.Node | null)[] = [];
  walkNodes(callee.body, (inner) => {
    if (inner.type === 'ReturnStatement') values.push(inner.argument);
    return !isFunction(inner);
  });
  const isReturning = callee.body.body.at(-1)?.type === 'ReturnStatement';
  return isReturning && values.every((value) => value !== null && isCollection(view, value));
}

/** The generator function of the file that an expression calls. */
function generatorOf(view: LoopView, node: TSESTree.Node): FunctionNode | undefined {
  const callee = functionCalledBy(view, node);
  return callee?.generator && !callee.async ? callee : undefined;
}

/** The function of the file that an expression calls by its name. */
function functionCalledBy(view: LoopView, node: TSESTree.Node): FunctionNode | undefined {
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  const variable = view.names.variableOf(node.callee);
  const [definition, ...others] = variable?.defs ?? [];
  if (others.length > 0 || variable?.references.some((use) => use.isWrite() && !use.init)) return undefined;
  const declared = definition?.type === 'Variable' ? definition.node.init : definition?.node;
  return declared && isFunction(declared) ? declared : undefined;
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
