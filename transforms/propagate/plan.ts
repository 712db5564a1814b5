/**
 * Purpose: what it takes to make a synchronous function asynchronous: itself and all its callers, up to where `await` is at home.
 * Input: the function, and all files of the project.
 * Guarantee: every call of every changed function is awaited; where one can't be, or can't be found, nothing is planned at all.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { mayLoseUpdate } from '../render/lost-update.ts';
import { hasTopLevelAwait, isFunction, waiterAt } from '../render/may-await.ts';
import type { FunctionNode } from '../render/may-await.ts';
import { nameFunction } from './functions.ts';
import type { NamedFunction } from './functions.ts';
import { PropagationRefusal } from './refusal.ts';
import { mayReturnPromise } from './returns.ts';
import { isRequired } from './required.ts';
import { findCalls } from './uses.ts';
import type { CallSite, SourceProject } from './uses.ts';

/** Functions that become asynchronous, and calls that are awaited. */
export interface PropagationPlan {
  readonly functions: readonly NamedFunction[];
  readonly calls: readonly CallSite[];
  /** The names under which modules export the functions. */
  readonly exports: readonly string[];
}

/** @throws {PropagationRefusal} naming the place that stands in the way */
export function planPropagation(
  unit: SourceUnit,
  node: FunctionNode,
  project: SourceProject,
): PropagationPlan {
  const functions = new Map<FunctionNode, NamedFunction>();
  const calls = new Map<TSESTree.Node, CallSite>();
  const exports = new Set<string>();
  const waiting: [SourceUnit, FunctionNode][] = [[unit, node]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [home, target] = next;
    if (functions.has(target)) continue;
    const fn = nameFunction(home, target);
    functions.set(target, fn);
    const found = findCalls(fn, project);
    for (const name of found.exports) exports.add(name);
    for (const site of found.calls) {
      calls.set(site.call, site);
      const caller = requireWaiter(site, project);
      if (isFunction(caller) && !caller.async) waiting.push([site.unit, caller]);
    }
  }
  for (const fn of functions.values()) {
    if (mayReturnPromise(fn.unit, fn.node, (call) => calls.has(call)))
      throw new PropagationRefusal('may-return-a-promise', fn.unit, fn.node);
  }
  return { functions: [...functions.values()], calls: [...calls.values()], exports: [...exports] };
}

/** The function, or the module with top-level await, that waits for the call. */
function requireWaiter({ unit, call }: CallSite, project: SourceProject): FunctionNode | TSESTree.Program {
  const waiter = waiterAt(call);
  const mayWait = waiter && (isFunction(waiter) || (hasTopLevelAwait(unit) && !isRequired(unit, project)));
  if (mayWait && !mayLoseUpdate(unit, call, waiter)) return waiter;
  throw new PropagationRefusal('cannot-await', unit, call);
}
