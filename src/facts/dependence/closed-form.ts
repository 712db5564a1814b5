/**
 * Purpose: closed forms of variables that a loop changes by the same amount in every iteration.
 * Input: the variables' values at the end of an iteration, in terms of those at its start.
 * Guarantee: a variable that is given a form has that value at the start of iteration number `counter` (from 0).
 *
 * Induction variable substitution: Allen & Kennedy, Optimizing Compilers for Modern Architectures, section 4.5.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Polynomial } from '../../model/index.ts';
import type { CounterBound } from './events.ts';
import {
  add,
  constant,
  constantValue,
  multiply,
  scale,
  splitLinear,
  subtract,
  variablesOf,
} from './polynomial.ts';
import { bare } from './syntax.ts';

/**
 * The amount that one iteration adds to a variable, where it is the same in all iterations of this loop: it mentions
 * nothing in `varying`, which tells the symbols that change from one iteration to the next.
 */
export function stepOf(
  start: Polynomial,
  end: Polynomial,
  isVarying: (id: BindingId) => boolean,
): Polynomial | undefined {
  const step = subtract(end, start);
  return variablesOf(step).some(isVarying) ? undefined : step;
}

/** `entry + step · counter` */
export function valueAt(entry: Polynomial, step: Polynomial, counter: Polynomial): Polynomial {
  return add(entry, multiply(step, counter));
}

/** What a loop's test says when it holds: polynomials that are at least zero, for whole numbers. */
export function factsOf(
  test: TSESTree.Node,
  valueOf: (expression: TSESTree.Node) => Polynomial | undefined,
): readonly Polynomial[] {
  const node = bare(test);
  if (node.type === 'LogicalExpression' && node.operator === '&&') {
    return [...factsOf(node.left, valueOf), ...factsOf(node.right, valueOf)];
  }
  if (node.type !== 'BinaryExpression') return [];
  const left = valueOf(node.left);
  const right = valueOf(node.right);
  if (!left || !right) return [];
  return comparisonFacts(node.operator, subtract(right, left));
}

/** `difference` is right minus left. */
function comparisonFacts(operator: string, difference: Polynomial): readonly Polynomial[] {
  switch (operator) {
    case '<':
      return [subtract(difference, constant(1))];
    case '<=':
      return [difference];
    case '>':
      return [subtract(scale(difference, -1), constant(1))];
    case '>=':
      return [scale(difference, -1)];
    case '===':
    case '==':
      return [difference, scale(difference, -1)];
    default:
      return [];
  }
}

/** The upper bound on `counter` that `fact ≥ 0` gives, where the counter has a negative whole coefficient in it. */
export function boundFrom(fact: Polynomial, counter: BindingId): CounterBound | undefined {
  const split = splitLinear(fact, counter);
  const coefficient = split && constantValue(split.coefficient);
  if (split === undefined || coefficient === undefined || coefficient >= 0) return undefined;
  return { limit: split.rest, divisor: -coefficient };
}

/** How often a loop runs that ends when its single bound is passed: `limit + 1` for divisor 1, if that is not negative. */
export function tripsFrom(bounds: readonly CounterBound[]): Polynomial | undefined {
  const [only] = bounds;
  if (bounds.length !== 1 || only?.divisor !== 1) return undefined;
  return add(only.limit, constant(1));
}

/** Whether a polynomial over variables that are at least zero is at least zero for sure: no negative coefficient. */
export function isSurelyNonNegative(p: Polynomial, isNonNegative: (id: BindingId) => boolean): boolean {
  return p.terms.every((t) => t.coefficient > 0 && t.factors.every(isNonNegative));
}
