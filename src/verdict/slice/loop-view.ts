/**
 * Purpose: the questions that the slicer and the planner ask of a loop, in one place.
 * Input: a LoopAnalysis.
 * Guarantee: a variable is local only when each iteration surely has a value of its own in it.
 */
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { FactsContext, LoopAnalysis } from '../../facts/index.ts';
import type { AnalyzeOptions, Effect, Location, Range, SourceUnit } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';
import type { Names } from './names.ts';
import { idOf, isDeclaredIn, namesOf } from './names.ts';
import { locate } from './locate.ts';

export interface LoopView {
  readonly analysis: LoopAnalysis;
  readonly unit: SourceUnit;
  readonly facts: FactsContext;
  readonly names: Names;
  readonly options: AnalyzeOptions;
  /** The body's statements; the expression itself for an arrow function without braces. */
  readonly statements: readonly (TSESTree.Statement | TSESTree.Expression)[];
  readonly body: Range;
  /** Each iteration has its own: declared in the body, or written before it is read and dead afterwards. */
  isLocal(variable: Variable): boolean;
  /** Holds the item or index. */
  isItem(variable: Variable): boolean;
  /** A local that is declared outside the body (`let i, j;` at the top of the function). */
  isPrivatised(variable: Variable): boolean;
  effectsIn(range: Range): readonly Effect[];
  text(range: Range): string;
  at(range: Range): Location;
}

export function viewLoop(analysis: LoopAnalysis, options: AnalyzeOptions, context: FactsContext): LoopView {
  const { site, facts } = analysis;
  const { unit, body } = site;
  const names = namesOf(unit);
  const itemIds = new Set(facts.loop.items.map(({ id }) => id));
  const isItem = (variable: Variable): boolean =>
    itemIds.has(idOf(variable)) || isParameterOf(variable, site.callback);
  const isFunctionScoped = (variable: Variable): boolean =>
    variable.defs.some((def) => def.type === 'Variable' && def.parent.kind === 'var') &&
    !isInnerTo(variable, body.range);
  const privatised = new Map<Variable, boolean>();
  const isPrivatised = (variable: Variable): boolean => {
    const known = privatised.get(variable) ?? findPrivatised(variable);
    privatised.set(variable, known);
    return known;
  };
  const findPrivatised = (variable: Variable): boolean =>
    !isItem(variable) &&
    (!isDeclaredIn(variable, body.range) ||
      (isFunctionScoped(variable) && isUsedOnlyIn(variable, body.range))) &&
    analysis.isPrivate(idOf(variable));
  return {
    analysis,
    unit,
    facts: context,
    names,
    options,
    statements: statementsOf(body),
    body: body.range,
    isItem,
    isPrivatised,
    isLocal: (variable) =>
      !isItem(variable) &&
      (isPrivatised(variable) || (isDeclaredIn(variable, body.range) && !isFunctionScoped(variable))),
    effectsIn: (range) => analysis.effectsIn(range),
    text: (range) => unit.text.slice(range[0], range[1]),
    at: (range) => locate(unit, range),
  };
}

/** Moving the statement that declares it leaves nothing behind that needs the declaration. */
function isUsedOnlyIn(variable: Variable, range: Range): boolean {
  return variable.references.every(({ identifier }) => contains(range, identifier.range));
}

function isParameterOf(variable: Variable, callback: TSESTree.Node | undefined): boolean {
  return variable.defs.some((def) => def.type === 'Parameter' && def.node === callback);
}

/** Declared in a function that stands inside the range. */
function isInnerTo(variable: Variable, range: Range): boolean {
  const { block } = variable.scope.variableScope;
  return contains(range, block.range) && block.range[0] !== range[0];
}

function statementsOf(body: TSESTree.Node): readonly (TSESTree.Statement | TSESTree.Expression)[] {
  if (body.type === 'BlockStatement') return body.body;
  return [body as TSESTree.Statement | TSESTree.Expression];
}
