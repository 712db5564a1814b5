/** The variables that a loop's body touches. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Binding } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { walkNodes } from './ast.ts';
import { describeBinding, scopeIndexOf } from './scopes.ts';
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

/** `reduce`'s accumulator is declared in the callback, but holds what the iteration before gave. */
function bindingSeenFrom({ unit, node, loop, callback }: LoopSite, variable: Variable): Binding {
  const binding = describeBinding(variable, unit, node.range);
  const accumulator = loop.form === 'reduce' ? callback?.params[0] : undefined;
  const isAccumulator = accumulator !== undefined && variable.identifiers[0] === accumulator;
  return isAccumulator ? { ...binding, level: 'enclosing' } : binding;
}
