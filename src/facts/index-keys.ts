/**
 * Purpose: expressions that surely give an index of an array: a whole number from 0 on, as opposed to the names of `row[-1]` and `row[k / 2]`.
 * Input: an expression, and its file.
 * Guarantee: true only for literals, counters of `for` loops that nothing else changes, and arithmetic of them that stays whole and at 0
 * or above. (Interval analysis of the lower ends alone: Cousot & Cousot 1977.)
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { contains, unwrap } from './ast.ts';
import { findSpace } from './loop-space.ts';
import { externalId, isReassigned, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

export function isIndex(unit: SourceUnit, expression: TSESTree.Node): boolean {
  return (leastOf(unit, expression) ?? -1) >= 0;
}

/** Whether a variable surely holds an index. */
export function isIndexVariable(unit: SourceUnit, variable: Variable): boolean {
  return (leastOfVariable(unit, variable) ?? -1) >= 0;
}

/** The least whole number that an expression gives; undefined where it may give anything else, or nothing bounds it. */
function leastOf(unit: SourceUnit, expression: TSESTree.Node): number | undefined {
  const node = unwrap(expression);
  switch (node.type) {
    case 'Literal':
      return Number.isSafeInteger(node.value) ? (node.value as number) : undefined;
    case 'Identifier': {
      const variable = scopeIndexOf(unit).variableOf(node);
      return variable && (leastOfVariable(unit, variable) ?? leastWithinLoops(unit, variable, node));
    }
    case 'UnaryExpression': {
      const literal = node.operator === '-' ? leastOfLiteral(unit, node.argument) : undefined;
      return literal === undefined ? undefined : -literal;
    }
    case 'BinaryExpression':
      return leastOfOperation(unit, node);
    default:
      return undefined;
  }
}

function leastOfLiteral(unit: SourceUnit, node: TSESTree.Node): number | undefined {
  return node.type === 'Literal' ? leastOf(unit, node) : undefined;
}

function leastOfOperation(unit: SourceUnit, node: TSESTree.BinaryExpression): number | undefined {
  const literal = leastOfLiteral(unit, node.right);
  const left = leastOf(unit, node.left);
  switch (node.operator) {
    case '-':
      return left === undefined || literal === undefined ? undefined : left - literal;
    case '%':
      return left === undefined || left < 0 || literal === undefined || literal <= 0 ? undefined : 0;
    case '&':
      return literal === undefined || literal < 0 ? undefined : 0;
  }
  const right = leastOf(unit, node.right);
  if (left === undefined || right === undefined) return undefined;
  if (node.operator === '+') return left + right;
  return node.operator === '*' && left >= 0 && right >= 0 ? left * right : undefined;
}

const known = new WeakMap<Variable, { readonly least: number | undefined }>();

function leastOfVariable(unit: SourceUnit, variable: Variable): number | undefined {
  const answer = known.get(variable);
  if (answer) return answer.least;
  // A bound that leads back to the variable is none.
  known.set(variable, { least: undefined });
  const least = leastOfCounter(unit, variable) ?? leastOfConstant(unit, variable);
  known.set(variable, { least });
  return least;
}

function leastOfConstant(unit: SourceUnit, variable: Variable): number | undefined {
  const value = initialOf(variable);
  return value && !isReassigned(variable) ? leastOf(unit, value) : undefined;
}

function leastOfCounter(unit: SourceUnit, variable: Variable): number | undefined {
  const head = headOf(variable);
  return head && changesInHeadsAlone(variable, [head]) ? leastInLoop(unit, variable, head) : undefined;
}

const underway = new Set<Variable>();

/**
 * That of a counter which is declared before its loops, and read in one of them: `let i, j; for (i = 0; …; i++) …`. None
 * for one that counts down: it ends below its bound, where a loop around may read it.
 */
function leastWithinLoops(
  unit: SourceUnit,
  variable: Variable,
  read: TSESTree.Identifier,
): number | undefined {
  const heads = headsThatSet(variable);
  const isSet = heads.some(
    ({ init, range }) => contains(range, read.range) && !contains(init?.range ?? range, read.range),
  );
  // A bound that leads back to the variable is none.
  if (!isSet || underway.has(variable) || !changesInHeadsAlone(variable, heads)) return undefined;
  underway.add(variable);
  const leasts = heads.map((head) => leastInLoop(unit, variable, head, 'up'));
  underway.delete(variable);
  return leasts.every((least) => least !== undefined) ? Math.min(...leasts) : undefined;
}

/** The loops that begin by giving the variable a value. */
function headsThatSet({ references }: Variable): TSESTree.ForStatement[] {
  return references.flatMap(({ identifier: { parent } }) =>
    parent.type === 'AssignmentExpression' &&
    parent.parent.type === 'ForStatement' &&
    parent.parent.init === parent
      ? [parent.parent]
      : [],
  );
}

/** Where a counter starts, or where it ends when it counts down. That bounds are whole is assumed (docs/semantics.md). */
function leastInLoop(
  unit: SourceUnit,
  variable: Variable,
  head: TSESTree.ForStatement,
  way?: 'up',
): number | undefined {
  const space = findSpace(unit, head, 'for');
  const id = externalId(scopeIndexOf(unit).idOf(variable), unit);
  if (space.kind !== 'counted' || space.index !== id || (way === 'up' && space.step < 0)) return undefined;
  const bound = space.step > 0 ? startOf(variable, head) : endOf(variable, head);
  const least = bound && leastOf(unit, bound);
  return least === undefined || space.step > 0 || space.inclusive ? least : least + 1;
}

function headOf({ defs: [definition] }: Variable): TSESTree.ForStatement | undefined {
  const declaration = definition?.type === 'Variable' ? definition.parent : undefined;
  const parent = declaration?.parent;
  return parent?.type === 'ForStatement' && parent.init === declaration ? parent : undefined;
}

function changesInHeadsAlone({ references }: Variable, loops: readonly TSESTree.ForStatement[]): boolean {
  const heads = loops
    .flatMap(({ init, update }) => [init, update])
    .flatMap((head) => (head ? [head.range] : []));
  return references.every(
    (reference) => !reference.isWrite() || heads.some((range) => contains(range, reference.identifier.range)),
  );
}

/** What a loop's head gives the counter first. */
function startOf(variable: Variable, { init }: TSESTree.ForStatement): TSESTree.Expression | undefined {
  if (init?.type !== 'AssignmentExpression') return initialOf(variable);
  return init.operator === '=' ? init.right : undefined;
}

/** What a variable is declared with, as a name of its own. */
function initialOf({ defs: [definition] }: Variable): TSESTree.Expression | undefined {
  if (definition?.type !== 'Variable' || definition.node.id.type !== 'Identifier') return undefined;
  return definition.node.init ?? undefined;
}

/** What a counter is compared with. */
function endOf({ name }: Variable, { test }: TSESTree.ForStatement): TSESTree.Node | undefined {
  if (test?.type !== 'BinaryExpression') return undefined;
  return test.left.type === 'Identifier' && test.left.name === name ? test.right : test.left;
}
