/**
 * Purpose: arithmetic on subscript polynomials, and reading them off expressions.
 * Input: expressions of the body; a resolver from identifiers to bindings.
 * Guarantee: canonical form (factors sorted, like terms merged, no zero terms), so equal polynomials are equal text.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Polynomial } from '../../model/index.ts';

type Term = Polynomial['terms'][number];

export const zero: Polynomial = { terms: [] };

/** The polynomial of a whole number. */
export function constant(value: number): Polynomial {
  return { terms: value === 0 ? [] : [{ coefficient: value, factors: [] }] };
}

/** The polynomial of one variable. */
export function variable(id: BindingId): Polynomial {
  return { terms: [{ coefficient: 1, factors: [id] }] };
}

export function add(a: Polynomial, b: Polynomial): Polynomial {
  if (a.terms.length === 0) return b;
  return b.terms.length === 0 ? a : merge(a.terms, b.terms);
}

export function scale(a: Polynomial, by: number): Polynomial {
  if (by === 1) return a;
  if (by === 0) return zero;
  return { terms: a.terms.map((t) => ({ coefficient: t.coefficient * by, factors: t.factors })) };
}

export function subtract(a: Polynomial, b: Polynomial): Polynomial {
  return add(a, scale(b, -1));
}

/** The same polynomial in canonical form. */
export function canonical(p: Polynomial): Polynomial {
  return normalize(p.terms);
}

export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  return normalize(
    a.terms.flatMap((s) =>
      b.terms.map((t) => ({
        coefficient: s.coefficient * t.coefficient,
        factors: [...s.factors, ...t.factors],
      })),
    ),
  );
}

/** `p` with every variable that `valueOf` knows replaced by its polynomial. */
export function substitute(p: Polynomial, valueOf: (id: BindingId) => Polynomial | undefined): Polynomial {
  const isTouched = p.terms.some((term) => term.factors.some((id) => valueOf(id) !== undefined));
  if (!isTouched) return p;
  return normalize(
    p.terms.flatMap((term) => {
      const start: Polynomial = { terms: [{ coefficient: term.coefficient, factors: [] }] };
      return term.factors.reduce((product, id) => multiply(product, valueOf(id) ?? variable(id)), start)
        .terms;
    }),
  );
}

/** The value of a polynomial without variables, else undefined. */
export function constantValue(p: Polynomial): number | undefined {
  if (p.terms.length === 0) return 0;
  const [only] = p.terms;
  return p.terms.length === 1 && only?.factors.length === 0 ? only.coefficient : undefined;
}

/** All variables, each once. */
export function variablesOf(p: Polynomial): readonly BindingId[] {
  const [only] = p.terms;
  if (!only) return [];
  if (p.terms.length === 1 && only.factors.length <= 1) return only.factors;
  const found: BindingId[] = [];
  for (const { factors } of p.terms) for (const id of factors) if (!found.includes(id)) found.push(id);
  return found;
}

export function isEqual(a: Polynomial, b: Polynomial): boolean {
  return subtract(a, b).terms.length === 0;
}

/**
 * `p` as `coefficient · id + rest`, where neither part mentions `id`; undefined when `id` occurs in a higher power.
 */
export function splitLinear(
  p: Polynomial,
  id: BindingId,
): { readonly coefficient: Polynomial; readonly rest: Polynomial } | undefined {
  const inside = p.terms.filter((t) => t.factors.includes(id));
  if (inside.length === 0) return { coefficient: zero, rest: p };
  const reduced = inside.map((t) => ({ coefficient: t.coefficient, factors: without(t.factors, id) }));
  if (reduced.some((t) => t.factors.includes(id))) return undefined;
  return { coefficient: normalize(reduced), rest: { terms: p.terms.filter((t) => !inside.includes(t)) } };
}

/** `4·w·y + 4·x + c`, with the variables' ids; `0` for the empty polynomial. */
export function printPolynomial(p: Polynomial): string {
  const terms = p.terms.map((t) => [
    ...(t.coefficient === 1 && t.factors.length ? [] : [t.coefficient]),
    ...t.factors,
  ]);
  return terms.map((factors) => factors.join('·')).join(' + ') || '0';
}

const operations: Readonly<Record<string, (a: Polynomial, b: Polynomial) => Polynomial>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
};

/**
 * The polynomial that an integer expression computes: whole-number literals, identifiers, `+ - *`, unary minus and
 * parentheses; `undefined` for anything else. Identifiers without a binding are not read.
 */
export function polynomialOf(
  node: TSESTree.Node,
  bindingOf: (identifier: TSESTree.Identifier) => { readonly id: BindingId } | undefined,
): Polynomial | undefined {
  switch (node.type) {
    case 'Literal':
      return Number.isSafeInteger(node.value) ? constant(node.value as number) : undefined;
    case 'Identifier': {
      const binding = bindingOf(node);
      return binding && variable(binding.id);
    }
    case 'UnaryExpression': {
      const inner = node.operator === '-' ? polynomialOf(node.argument, bindingOf) : undefined;
      return inner && scale(inner, -1);
    }
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
      return polynomialOf(node.expression, bindingOf);
    case 'BinaryExpression': {
      const left = polynomialOf(node.left, bindingOf);
      const right = polynomialOf(node.right, bindingOf);
      return left && right && operations[node.operator]?.(left, right);
    }
    default:
      return undefined;
  }
}

function normalize(terms: readonly Term[]): Polynomial {
  if (terms.length === 0) return zero;
  const merged = new Map<string, Term>();
  for (const term of terms) {
    const factors = isSorted(term.factors) ? term.factors : [...term.factors].sort();
    const key = keyOf({ ...term, factors });
    const known = merged.get(key);
    merged.set(
      key,
      known ? { coefficient: known.coefficient + term.coefficient, factors } : { ...term, factors },
    );
  }
  const kept = [...merged].filter(([, term]) => term.coefficient !== 0);
  return { terms: kept.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, term]) => term) };
}

/** Adds two canonical lists of terms. */
function merge(a: readonly Term[], b: readonly Term[]): Polynomial {
  const terms: Term[] = [];
  let [i, j] = [0, 0];
  for (let s = a[i], t = b[j]; s || t; s = a[i], t = b[j]) {
    const order = !s ? 1 : !t ? -1 : compareText(keyOf(s), keyOf(t));
    const coefficient = (order <= 0 && s ? s.coefficient : 0) + (order >= 0 && t ? t.coefficient : 0);
    const factors = (order <= 0 ? s : t)?.factors ?? [];
    if (coefficient !== 0) terms.push({ coefficient, factors });
    if (order <= 0) i += 1;
    if (order >= 0) j += 1;
  }
  return { terms };
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function keyOf({ factors }: Term): string {
  return factors.length === 1 ? (factors[0] ?? '') : factors.join('*');
}

function isSorted(factors: readonly BindingId[]): boolean {
  return factors.every((id, i) => i === 0 || (factors[i - 1] ?? '') <= id);
}

function without(factors: readonly BindingId[], id: BindingId): readonly BindingId[] {
  const at = factors.indexOf(id);
  return factors.filter((_, index) => index !== at);
}
