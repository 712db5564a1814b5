/**
 * Purpose: `Promise.all(xs.map(async …))` whose functions compute and never wait: their verdicts as maps of plain values.
 * Input: a parsed file and what the run shares.
 * Guarantee: a plan with `settles` is made only where the promise is awaited or handed to the caller at once, so that no code of the
 * same function runs before it settles; what the promise gives, and the first rejection, are the same.
 */
import type { TSESTree } from '@typescript-eslint/types';
import { collectFacts, findLoops } from '../facts/index.ts';
import type { LoopSite } from '../facts/analysis.ts';
import type { SourceUnit, Verdict } from '../model/index.ts';
import type { AnalyzeContext } from './analyze.ts';
import { judge } from './judge.ts';
import { isGlobalPromise, promisedMap } from './promised-map.ts';
import { sourceCodeOf } from './threads/modules.ts';
import { isFunction, propertyName } from './threads/walk.ts';

/** One verdict for each `map` of asynchronous functions right inside of a `Promise.all`. */
export function judgePromised(unit: SourceUnit, context: AnalyzeContext): Verdict[] {
  return findLoops(unit).flatMap((site) => {
    const all = promiseAllOf(site);
    if (!all || site.callback?.async !== true || site.callback.generator) return [];
    const isPromised =
      isGlobalPromise(sourceCodeOf(unit), all) && isHandedOn(all) && hasNothingElse(unit, all, site.node);
    const facts = collectFacts({ ...site, isPromised }, context.facts);
    const verdict = judge(facts, context.options, context.facts);
    const plan = verdict.plan && { ...verdict.plan, settles: all.range };
    return [{ ...verdict, plan }];
  });
}

function promiseAllOf({ node }: LoopSite): TSESTree.CallExpression | undefined {
  const { parent } = node;
  if (parent?.type !== 'CallExpression' || parent.arguments.length !== 1) return undefined;
  const promised = promisedMap(parent);
  return promised?.method === 'all' && promised.map === node ? parent : undefined;
}

/** Awaited, returned, or that with a `then` in between: what follows in the function comes after it, or never. */
function isHandedOn(node: TSESTree.Node): boolean {
  const { parent } = node;
  switch (parent?.type) {
    case 'AwaitExpression':
      return true;
    case 'ReturnStatement':
      return !hasFinally(parent);
    case 'ArrowFunctionExpression':
      return parent.body === node;
    case 'MemberExpression': {
      const isChained = parent.object === node && /^(?:then|catch|finally)$/.test(propertyName(parent) ?? '');
      if (!isChained || parent.parent.type !== 'CallExpression') return false;
      return parent.parent.arguments.every(isReady) && isHandedOn(parent.parent);
    }
    default:
      return false;
  }
}

/** Whether code of the function runs between its `return` and the caller: a `finally` doesn't wait for the promise. */
function hasFinally(statement: TSESTree.Node): boolean {
  for (let at = statement; at.parent && !isFunction(at); at = at.parent) {
    const { parent } = at;
    if (parent.type === 'TryStatement' && parent.finalizer && parent.finalizer !== at) return true;
  }
  return false;
}

/** An argument that no code runs for: the functions of `then(f, g)` wait, but `then(log(items))` calls at once. */
function isReady(node: TSESTree.Node): boolean {
  if (node.type === 'MemberExpression') return !node.computed && isReady(node.object);
  return isFunction(node) || /^(?:Identifier|ThisExpression|Literal)$/.test(node.type);
}

/** No comment, type argument or assertion would be lost. */
function hasNothingElse(unit: SourceUnit, all: TSESTree.CallExpression, map: TSESTree.Node): boolean {
  const before = unit.text.slice(all.range[0], map.range[0]);
  const after = unit.text.slice(map.range[1], all.range[1]);
  return /^Promise\s*\.\s*all\s*\(\s*$/.test(before) && /^\s*,?\s*\)$/.test(after);
}
