/**
 * Purpose: initialisers of a `for`'s head that may stand in place of their variables: `xs.length` for `n` of `let i = 0, n = xs.length`.
 * Input: the loop's head.
 * Guarantee: a value stands for its variable wherever it is evaluated before the first iteration, once or more: it has no effects,
 * and nothing else in the head has any.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, RewritePlan, Template } from '../../model/index.ts';
import { unwrap } from '../../facts/ast.ts';
import type { LoopView } from '../slice/loop-view.ts';

export type HeadValues = ReadonlyMap<Variable, TSESTree.Expression>;

/** A declarator of the head that isn't the index's. */
export interface Declared {
  readonly declarator: TSESTree.VariableDeclarator;
  readonly variables: readonly Variable[];
}

export interface Head {
  readonly declaration: TSESTree.VariableDeclaration;
  readonly index: TSESTree.VariableDeclarator | undefined;
  readonly others: readonly Declared[];
}

/** Of a `for` that declares its index; undefined for others. */
export function findHead(view: LoopView): Head | undefined {
  const { node } = view.analysis.site;
  if (node.type !== 'ForStatement' || node.init?.type !== 'VariableDeclaration') return undefined;
  const all = node.init.declarations.map((declarator) => ({
    declarator,
    variables: view.names.declaredIn(declarator.id.range),
  }));
  const isIndex = ({ variables }: Declared) => variables.some((variable) => view.isItem(variable));
  return {
    declaration: node.init,
    index: all.find(isIndex)?.declarator,
    others: all.filter((declared) => !isIndex(declared)),
  };
}

/** The initialisers that may be evaluated where the call is, once or more; none where any may have effects or uses another. */
export function valuesOf(view: LoopView, { declaration, others }: Head): HeadValues {
  const values = new Map<Variable, TSESTree.Expression>();
  const own = new Set(view.names.declaredIn(declaration.range));
  const usesOwn = ({ range }: TSESTree.Expression) =>
    view.names.referencesIn(range).some(({ resolved }) => resolved && own.has(resolved));
  if (!declaration.declarations.every(({ init }) => init && isPlain(init) && !usesOwn(init))) return values;
  for (const { declarator, variables } of others) {
    const [variable] = variables;
    const isSingle = declarator.id.type === 'Identifier' && declarator.init;
    if (variable && isSingle && !isReassigned(variable)) values.set(variable, isSingle);
  }
  return values;
}

/** The plan with initialisers in place of the variables. */
export function withValues(view: LoopView, plan: RewritePlan, values: HeadValues): RewritePlan {
  const put = (template: Template) => template.flatMap((piece) => putValues(view, piece, values));
  const { items } = plan;
  const byName = new Map([...values].map(([{ name }, value]) => [name, value.range]));
  return {
    ...plan,
    items: items.kind === 'range' ? { ...items, from: put(items.from), to: put(items.to) } : items,
    constants: plan.constants.map((constant) => {
      const own = constant.value.length === 1 && constant.value[0] === constant.name;
      const value = own ? byName.get(constant.name) : undefined;
      return value ? { ...constant, value: [value] } : constant;
    }),
  };
}

function putValues(view: LoopView, piece: string | Range, values: HeadValues): Template {
  if (typeof piece === 'string') return [piece];
  const template: (string | Range)[] = [];
  let [from] = piece;
  for (const { resolved, identifier } of view.names.referencesIn(piece)) {
    const value = resolved && values.get(resolved);
    if (!value) continue;
    const [start, end] = identifier.range;
    const isLoose = /^(?:Unary|Binary)/.test(value.type) && (start > piece[0] || end < piece[1]);
    if (start > from) template.push([from, start]);
    template.push(...(isLoose ? ['(', value.range, ')'] : [value.range]));
    from = end;
  }
  return from < piece[1] ? [...template, [from, piece[1]]] : template;
}

/** Literals, variables and lengths, and arithmetic of them. */
export function isPlain(expression: TSESTree.Expression): boolean {
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

/** Whether a variable is assigned after its declaration. */
export function isReassigned({ references }: Variable): boolean {
  return references.some((reference) => reference.isWrite() && !reference.init);
}
