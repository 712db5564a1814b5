/**
 * Purpose: prove that a polynomial is positive wherever its variables may be.
 * Input: the polynomial, variables with bounds (inner ones first), and facts: polynomials that are at least zero.
 * Guarantee: `true` is a proof; `false` says nothing.
 *
 * This is Banerjee's inequality with symbolic bounds (Allen & Kennedy, section 3.3.2): a polynomial that is linear in a bounded
 * variable is least at one of the ends, so the variables are eliminated one by one. What is left over invariants is positive when,
 * rewritten over non-negative variables, it has no negative coefficient.
 */
import type { BindingId, Polynomial } from '../../model/index.ts';
import type { Counter } from './events.ts';
import {
  add,
  constant,
  constantValue,
  multiply,
  scale,
  splitLinear,
  substitute,
  subtract,
  variable,
  variablesOf,
} from './polynomial.ts';
import { isCounter, isTripCount } from './symbols.ts';

export interface Domain {
  /** Variables that are at least zero; the bounds of each mention only later ones and invariants. */
  readonly variables: readonly Counter[];
  /** Polynomials over invariants that are at least zero; asked for when needed. */
  readonly facts: () => readonly Polynomial[];
}

/** Whether `p > 0` everywhere in the domain. */
export function isSurelyPositive(p: Polynomial, domain: Domain): boolean {
  return eliminate(p, domain.variables, domain.facts);
}

function eliminate(p: Polynomial, variables: readonly Counter[], facts: Domain['facts']): boolean {
  const [first, ...others] = variables;
  if (!first) return isPositiveOverFacts(p, facts);
  const split = splitLinear(p, first.symbol);
  if (!split) return eliminate(p, others, facts);
  const { coefficient, rest } = split;
  const slope = constantValue(coefficient);
  if (slope === 0) return eliminate(rest, others, facts);
  const isLowEndPositive = () => eliminate(rest, others, facts);
  const isHighEndPositive = () =>
    first.bounds.some(({ limit, divisor }) =>
      eliminate(add(scale(rest, divisor), multiply(coefficient, limit)), others, facts),
    );
  if (slope !== undefined) return slope > 0 ? isLowEndPositive() : isHighEndPositive();
  if (!isLowEndPositive()) return false;
  return hasNoNegativeTerm(rewrite(coefficient, facts())) || isHighEndPositive();
}

/** Whether `p > 0` follows from the facts: directly, or because `p` exceeds one of them. */
function isPositiveOverFacts(p: Polynomial, facts: Domain['facts']): boolean {
  const isPositive = (q: Polynomial) => hasNoNegativeTerm(q) && constantTerm(q) > 0;
  if (isPositive(p)) return true;
  if (constantValue(p) !== undefined) return false;
  const known = facts();
  const candidates = [p, ...known.map((fact) => subtract(p, fact))];
  return candidates.some((q) => isPositive(q) || isPositive(rewrite(q, known)));
}

/** Rewrites `p` over variables that are at least zero: from `w - 1 ≥ 0` follows `w = 1 + u` with `u ≥ 0`. */
function rewrite(p: Polynomial, facts: readonly Polynomial[]): Polynomial {
  const values = new Map<BindingId, Polynomial>();
  facts.forEach((fact, index) => {
    const known = substitute(fact, (id) => values.get(id));
    const solved = variablesOf(known).find((id) => !isNonNegative(id) && isUnit(known, id));
    const split = solved === undefined ? undefined : splitLinear(known, solved);
    if (solved === undefined || !split) return;
    const value = subtract(variable(`#u${index}`), split.rest);
    for (const [id, old] of values)
      values.set(
        id,
        substitute(old, (v) => (v === solved ? value : undefined)),
      );
    values.set(solved, value);
  });
  return substitute(p, (id) => values.get(id));
}

function isUnit(p: Polynomial, id: BindingId): boolean {
  const split = splitLinear(p, id);
  return split !== undefined && constantValue(split.coefficient) === 1;
}

const isNonNegative = (id: BindingId): boolean => isCounter(id) || isTripCount(id);

function hasNoNegativeTerm(p: Polynomial): boolean {
  return p.terms.every((t) => t.coefficient > 0 && t.factors.every(isNonNegative));
}

function constantTerm(p: Polynomial): number {
  return p.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0;
}

/**
 * What is known because the iteration runs at all: each limit, over the loops outside it, is at least zero. Limits that mention
 * counters say something of invariants at the counters' lower ends only when the counter's coefficient is not positive.
 */
export function factsOfBounds(variables: readonly Counter[]): readonly Polynomial[] {
  return variables.flatMap(({ bounds }) =>
    bounds.map(({ limit }) => withoutDecreasing(limit)).filter((fact) => !variablesOf(fact).some(isCounter)),
  );
}

/** `limit` with counters of negative coefficient left out: still at least as large. */
function withoutDecreasing(limit: Polynomial): Polynomial {
  const kept = limit.terms.filter(
    (t) => !(t.coefficient < 0 && t.factors.length === 1 && t.factors.every(isCounter)),
  );
  return add({ terms: kept }, constant(0));
}
