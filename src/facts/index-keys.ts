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
      return variable && leastOfVariable(unit, variable);
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

/** Where a counter starts, or where it ends when it counts down. That bounds are whole is assumed (docs/semantics.md). */
function leastOfCounter(unit: SourceUnit, variable: Variable): number | undefined {
  const head = headOf(variable);
  if (!head || !changesInHeadAlone(variable, head)) return undefined;
  const space = findSpace(unit, head, 'for');
  const id = externalId(scopeIndexOf(unit).idOf(variable), unit);
  if (space.kind !== 'counted' || space.index !== id) return undefined;
  const bound = space.step > 0 ? initialOf(variable) : endOf(variable, head);
  const least = bound && leastOf(unit, bound);
  return least === undefined || space.step > 0 || space.inclusive ? least : least + 1;
}

function headOf({ defs: [definition] }: Variable): TSESTree.ForStatement | undefined {
  const declaration = definition?.type === 'Variable' ? definition.parent : undefined;
  const parent = declaration?.parent;
  return parent?.type === 'ForStatement' && parent.init === declaration ? parent : undefined;
}

function changesInHeadAlone({ references }: Variable, { init, update }: TSESTree.ForStatement): boolean {
  const heads = [init, update].flatMap((head) => (head ? [head.range] : []));
  return references.every(
    (reference) => !reference.isWrite() || heads.some((range) => contains(range, reference.identifier.range)),
  );
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
