/** The variables that a loop's body touches. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { contains, walkNodes } from './ast.ts';
import { declaredRange, describeBinding, externalId, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

export function collectBindings(site: LoopSite): readonly Binding[] {
  const { unit, node, callback, body } = site;
  const scopes = scopeIndexOf(unit);
  const found = new Set<Variable>();
  const root = callback ?? (body.parent === node ? node : body);
  walkNodes(root, (at) => {
    if (at.type !== 'Identifier' && at.type !== 'JSXIdentifier') return;
    const variable = scopes.variableOf(at);
    if (variable && variable.defs.some(({ type }) => type !== 'Type')) found.add(variable);
  });
  return [...found].map((variable) => bindingSeenFrom(site, variable));
}

/** The bindings that identifiers name, each described once. */
export function bindingsSeenFrom(site: LoopSite): (identifier: TSESTree.Identifier) => Binding | undefined {
  const scopes = scopeIndexOf(site.unit);
  const known = new Map<Variable, Binding>();
  return (identifier) => {
    const variable = scopes.variableOf(identifier);
    if (!variable) return undefined;
    const binding = known.get(variable) ?? bindingSeenFrom(site, variable);
    known.set(variable, binding);
    return binding;
  };
}

/**
 * `reduce`'s accumulator is declared in the callback, but holds what the iteration before gave; what the head of a
 * `for` declares beside the index lives as long as the loop.
 */
function bindingSeenFrom(site: LoopSite, variable: Variable): Binding {
  const { unit, node, loop, callback } = site;
  const binding = describeBinding(variable, unit, node.range);
  const accumulator = loop.form === 'reduce' ? callback?.params[0] : undefined;
  const isAccumulator = accumulator !== undefined && variable.identifiers[0] === accumulator;
  const outlives = isAccumulator || isOfWholeLoop(site, variable);
  return outlives ? { ...binding, level: 'enclosing' } : binding;
}

/** `next` of `for (let i = 0, next = 1; …; i++)`, not the index: an iteration gets what the one before left. */
export function isOfWholeLoop({ unit, node, loop }: LoopSite, variable: Variable): boolean {
  if (node.type !== 'ForStatement' || !node.init || !contains(node.init.range, declaredRange(variable)))
    return false;
  const id = externalId(scopeIndexOf(unit).idOf(variable), unit);
  return loop.items.every((item) => item.id !== id);
}
