/** The variables that hold an iteration's item or index. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Loop, LoopForm, SourceUnit } from '../model/index.ts';
import type { FunctionNode } from './analysis.ts';
import { externalId, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

export type ItemVariable = { readonly variable: Variable; readonly role: 'item' | 'index' };

/** All variables that a pattern binds. */
export function variablesIn(unit: SourceUnit, pattern: TSESTree.Node): readonly Variable[] {
  switch (pattern.type) {
    case 'Identifier': {
      const variable = scopeIndexOf(unit).variableOf(pattern);
      return variable ? [variable] : [];
    }
    case 'ObjectPattern':
      return pattern.properties.flatMap((property) =>
        variablesIn(unit, property.type === 'Property' ? property.value : property.argument),
      );
    case 'ArrayPattern':
      return pattern.elements.flatMap((element) => (element ? variablesIn(unit, element) : []));
    case 'AssignmentPattern':
      return variablesIn(unit, pattern.left);
    case 'RestElement':
      return variablesIn(unit, pattern.argument);
    default:
      return [];
  }
}

export function itemVariables(
  unit: SourceUnit,
  node: TSESTree.Node,
  form: LoopForm,
  callback: FunctionNode | undefined,
): readonly ItemVariable[] {
  const asItems = (pattern: TSESTree.Node | undefined, role: 'item' | 'index') =>
    pattern ? variablesIn(unit, pattern).map((variable) => ({ variable, role })) : [];
  if (node.type === 'ForOfStatement' || node.type === 'ForInStatement') {
    const target = node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
    return asItems(target, 'item');
  }
  if (node.type === 'ForStatement') return asItems(indexTarget(node), 'index');
  if (!callback) return [];
  const first = form === 'reduce' ? 1 : 0;
  return [...asItems(callback.params[first], 'item'), ...asItems(callback.params[first + 1], 'index')];
}

/** `i` of `for (let i = 0; …; i++)`: the variable that the update steps. */
export function indexTarget(node: TSESTree.ForStatement): TSESTree.Identifier | undefined {
  const { update } = node;
  const target =
    update?.type === 'UpdateExpression'
      ? update.argument
      : update?.type === 'AssignmentExpression'
        ? update.left
        : undefined;
  return target?.type === 'Identifier' ? target : undefined;
}

export function findItems(
  unit: SourceUnit,
  node: TSESTree.Node,
  form: LoopForm,
  callback: FunctionNode | undefined,
): Loop['items'] {
  const scopes = scopeIndexOf(unit);
  return itemVariables(unit, node, form, callback).map(({ variable, role }) => ({
    name: variable.name,
    id: externalId(scopes.idOf(variable), unit),
    role,
  }));
}
