/**
 * Purpose: variables that the head of a `for` declares beside its index and that nothing changes: `n` of `let i = 0, n = xs.length`.
 * Input: the loop.
 * Guarantee: a value stands for its variable wherever it is evaluated before the first iteration, once or more: it has no effects,
 * and nothing else in the head has any.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, Template } from '../../model/index.ts';
import { contains, unwrap } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';

/** The initialisers by their variables; empty where one of the head's own may have effects, or uses another. */
export function findHeadValues(view: LoopView): ReadonlyMap<Variable, TSESTree.Expression> {
  const { node } = view.analysis.site;
  const values = new Map<Variable, TSESTree.Expression>();
  if (node.type !== 'ForStatement' || node.init?.type !== 'VariableDeclaration') return values;
  const { declarations, range } = node.init;
  const own = view.names.declaredIn(range);
  const usesOwn = ({ range: text }: TSESTree.Expression) =>
    view.names.referencesIn(text).some(({ resolved }) => resolved && own.includes(resolved));
  if (!declarations.every(({ init }) => init && isPlain(init) && !usesOwn(init))) return values;
  for (const { id, init } of declarations) {
    const variable = view.names.variableOf(id);
    if (!variable || !init || view.isItem(variable) || !isUnchanged(variable, node)) continue;
    values.set(variable, init);
  }
  return values;
}

/** Text in which the values stand in place of their variables. */
export function withHeadValues(view: LoopView, range: Range): Template {
  const values = findHeadValues(view);
  const template: (string | Range)[] = [];
  let from = range[0];
  for (const { resolved, identifier } of view.names.referencesIn(range)) {
    const value = resolved && values.get(resolved);
    if (!value) continue;
    const [start, end] = identifier.range;
    const isLoose = /^(?:Unary|Binary)/.test(value.type) && (start > range[0] || end < range[1]);
    if (start > from) template.push([from, start]);
    template.push(...(isLoose ? ['(', value.range, ')'] : [value.range]));
    from = end;
  }
  return from < range[1] ? [...template, [from, range[1]]] : template;
}

/** Used within the loop alone, and never assigned. */
function isUnchanged({ references }: Variable, loop: TSESTree.ForStatement): boolean {
  return references.every((reference) => {
    const isInside = contains(loop.range, reference.identifier.range);
    return isInside && (reference.init === true || !reference.isWrite());
  });
}

/** Literals, variables and lengths, and arithmetic of them. */
function isPlain(expression: TSESTree.Expression): boolean {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
    case 'Identifier':
      return true;
    case 'UnaryExpression':
      return node.operator === '-' && isPlain(node.argument);
    case 'BinaryExpression':
      return (
        /^[-+*]$/.test(node.operator) &&
        node.left.type !== 'PrivateIdentifier' &&
        isPlain(node.left) &&
        isPlain(node.right)
      );
    case 'MemberExpression':
      return isLength(node) && isPlain(node.object);
    default:
      return false;
  }
}

function isLength({ property, computed, optional }: TSESTree.MemberExpression): boolean {
  return !computed && !optional && property.type === 'Identifier' && property.name === 'length';
}
