/** The variables that a loop's body touches. */
import type { Binding } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { walkNodes } from './ast.ts';
import { describeBinding, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

export function collectBindings({ unit, node, callback, body }: LoopSite): readonly Binding[] {
  const scopes = scopeIndexOf(unit);
  const found = new Set<Variable>();
  const root = callback ?? (body.parent === node ? node : body);
  walkNodes(root, (at) => {
    if (at.type !== 'Identifier' && at.type !== 'JSXIdentifier') return;
    const variable = scopes.variableOf(at);
    if (variable && variable.defs.some(({ type }) => type !== 'Type')) found.add(variable);
  });
  return [...found].map((variable) => describeBinding(variable, unit, node.range));
}
