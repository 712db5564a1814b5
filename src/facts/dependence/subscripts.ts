/**
 * Purpose: can two subscripts be equal, and how many iterations apart?
 * Input: two resolved subscripts and what surrounds them.
 * Guarantee: `never` is a proof. Variables in subscripts and loop bounds are taken to be whole numbers below 2^53.
 *
 * The tests are those of Goff, Kennedy and Tseng, "Practical dependence testing", PLDI 1991, sections 4 and 5 (ZIV, strong,
 * weak-zero and weak-crossing SIV, the Delta test for coupled subscripts), the GCD test and Banerjee's inequality (Allen & Kennedy,
 * sections 3.3.1 and 3.3.2). Linearised subscripts need no separate delinearisation: the symbolic inequality covers them.
 */
import type { BindingId, Polynomial } from '../../model/index.ts';
import type { Counter, MemoryEvent } from './events.ts';
import type { Domain } from './positivity.ts';
import { factsOfBounds, isSurelyPositive } from './positivity.ts';
import {
  add,
  constant,
  constantValue,
  scale,
  splitLinear,
  substitute,
  subtract,
  variable,
  variablesOf,
} from './polynomial.ts';
import { isCounter, isOpaque, iterationCounter } from './symbols.ts';

/** Iterations between source and sink, less one. */
const gap = '#gap';
/** The source's iteration. */
const first = '#first';

export type SubscriptResult =
  | { readonly equal: 'never'; readonly test: string }
  /** Equal exactly when this many iterations lie between (undefined: for any number). */
  | { readonly equal: 'at'; readonly distance: number | undefined; readonly test: string }
  | { readonly equal: 'maybe'; readonly test: string };

/** Two accesses, seen from two iterations (`carried`) or from one. */
export interface PairContext {
  readonly carried: boolean;
  /** Asked for only when a test needs bounds. */
  readonly domain: () => Domain;
  readonly nonZero: readonly Polynomial[];
  readonly source: (p: Polynomial) => Polynomial;
  readonly sink: (p: Polynomial) => Polynomial;
}

/** What all pairs of one loop share. */
export interface LoopContext {
  readonly iteration: Counter;
  readonly facts: readonly Polynomial[];
  readonly nonZero: readonly Polynomial[];
  readonly across: Naming;
  readonly within: Naming;
}

/** How the variables of source and sink are told apart: in two iterations (`across`), or in the same one (`within`). */
interface Naming {
  readonly source: (p: Polynomial) => Polynomial;
  readonly sink: (p: Polynomial) => Polynomial;
  readonly sourceCounter: (counter: Counter) => Counter;
  readonly sinkCounter: (counter: Counter) => Counter;
  /** Variables of the iterations themselves. */
  readonly iterations: readonly Counter[];
}

export function loopContext(known: Pick<LoopContext, 'iteration' | 'facts' | 'nonZero'>): LoopContext {
  const later = add(variable(first), add(variable(gap), constant(1)));
  return {
    ...known,
    across: naming(later, iterationVariables(known.iteration, true)),
    within: naming(variable(first), iterationVariables(known.iteration, false)),
  };
}

function naming(sinkIteration: Polynomial, iterations: readonly Counter[]): Naming {
  const source = renamer('/1', variable(first));
  const sink = renamer('/2', sinkIteration);
  return {
    source,
    sink,
    sourceCounter: counterRenamer('/1', source),
    sinkCounter: counterRenamer('/2', sink),
    iterations,
  };
}

function renamer(side: string, iteration: Polynomial): (p: Polynomial) => Polynomial {
  return remembered((p: Polynomial) =>
    substitute(p, (id) => {
      if (id === iterationCounter) return iteration;
      return isCounter(id) || isOpaque(id) ? variable(`${id}${side}`) : undefined;
    }),
  );
}

function counterRenamer(side: string, rename: (p: Polynomial) => Polynomial): (counter: Counter) => Counter {
  return remembered(({ symbol, bounds, last }: Counter) => ({
    symbol: `${symbol}${side}`,
    bounds: bounds.map(({ limit, divisor }) => ({ limit: rename(limit), divisor })),
    last,
  }));
}

function remembered<A extends object, B>(compute: (argument: A) => B): (argument: A) => B {
  const known = new WeakMap<A, B>();
  return (argument) => {
    const old = known.get(argument);
    if (old !== undefined) return old;
    const value = compute(argument);
    known.set(argument, value);
    return value;
  };
}

/** Names the two events' variables apart and lists their bounds, inner loops first. */
export function pairContext(
  source: MemoryEvent,
  sink: MemoryEvent,
  loop: LoopContext,
  carried: boolean,
): PairContext {
  const names = carried ? loop.across : loop.within;
  let known: Domain | undefined;
  const domain = () => (known ??= domainOf(source, sink, loop, names));
  return { carried, domain, nonZero: loop.nonZero, source: names.source, sink: names.sink };
}

function domainOf(source: MemoryEvent, sink: MemoryEvent, loop: LoopContext, names: Naming): Domain {
  const variables = [
    ...source.counters.map(names.sourceCounter).reverse(),
    ...sink.counters.map(names.sinkCounter).reverse(),
    ...names.iterations,
  ];
  let facts: readonly Polynomial[] | undefined;
  return { variables, facts: () => (facts ??= [...loop.facts, ...factsOfBounds(variables)]) };
}

/** `first + 1 + gap` is bounded by what bounds the iteration, and so is `first` alone. */
function iterationVariables(iteration: Counter, carried: boolean): readonly Counter[] {
  const bounded = (symbol: BindingId, others: Polynomial): Counter => ({
    symbol,
    bounds: iteration.bounds.map(({ limit, divisor }) => ({
      limit: subtract(limit, scale(others, divisor)),
      divisor,
    })),
    last: undefined,
  });
  if (!carried) return [bounded(first, constant(0))];
  return [bounded(gap, add(variable(first), constant(1))), bounded(first, constant(1))];
}

/** Whether `a` (in the source's iteration) can equal `b` (in the sink's). */
export function compareSubscripts(a: Polynomial, b: Polynomial, pair: PairContext): SubscriptResult {
  const source = pair.source(a);
  const sink = pair.sink(b);
  const difference = divideNonZero(subtract(sink, source), pair.nonZero);
  return solve(difference, pair, shapeOf(a, b));
}

/** As `compareSubscripts`, once the distance is known from another dimension (the Delta test). */
export function compareAtDistance(
  a: Polynomial,
  b: Polynomial,
  pair: PairContext,
  distance: number,
): SubscriptResult {
  const fix = (p: Polynomial) => substitute(p, (id) => (id === gap ? constant(distance - 1) : undefined));
  const difference = fix(subtract(pair.sink(b), pair.source(a)));
  const result = solve(divideNonZero(difference, pair.nonZero), pair, 'delta');
  return result.equal === 'at' ? { ...result, distance } : result;
}

function solve(difference: Polynomial, pair: PairContext, shape: string): SubscriptResult {
  const value = constantValue(difference);
  if (value === 0) return { equal: 'at', distance: undefined, test: shape };
  if (value !== undefined) return { equal: 'never', test: shape };
  if (variablesOf(difference).some(isOpaque)) return { equal: 'maybe', test: 'unknown-subscript' };
  if (isIndivisible(difference)) return { equal: 'never', test: 'gcd' };
  const domain = pair.domain();
  if (isSurelyPositive(difference, domain) || isSurelyPositive(scale(difference, -1), domain)) {
    return { equal: 'never', test: shape === 'miv' ? 'banerjee' : shape };
  }
  const distance = exactDistance(difference);
  if (distance === undefined) return { equal: 'maybe', test: shape === 'miv' ? 'banerjee' : shape };
  if (!Number.isInteger(distance) || distance < 1) return { equal: 'never', test: shape };
  return { equal: 'at', distance, test: shape };
}

/** The distance where the difference vanishes, when it is `a·gap + b` with numbers a and b. */
function exactDistance(difference: Polynomial): number | undefined {
  const split = splitLinear(difference, gap);
  const a = split && constantValue(split.coefficient);
  const b = split && constantValue(split.rest);
  return a === undefined || b === undefined || a === 0 ? undefined : 1 - b / a;
}

/** The GCD test: whole coefficients have a common divisor that the constant lacks. Only for counters, which are whole. */
function isIndivisible(difference: Polynomial): boolean {
  const isWhole = difference.terms.every((t) => t.factors.every(isCounter));
  const free = difference.terms.find((t) => t.factors.length === 0)?.coefficient ?? 0;
  const divisor = difference.terms
    .filter((t) => t.factors.length > 0)
    .reduce((d, t) => gcd(d, t.coefficient), 0);
  return isWhole && free % divisor !== 0;
}

function gcd(a: number, b: number): number {
  return b === 0 ? Math.abs(a) : gcd(b, a % b);
}

/** Divides by variables that occur in every term and aren't zero: `inc·gap + inc` vanishes where `gap + 1` does. */
function divideNonZero(p: Polynomial, nonZero: readonly Polynomial[]): Polynomial {
  const known = new Set(nonZero.flatMap((q) => (q.terms.length === 1 ? (q.terms[0]?.factors ?? []) : [])));
  const common = variablesOf(p).find((id) => known.has(id) && p.terms.every((t) => t.factors.includes(id)));
  const split = common === undefined ? undefined : splitLinear(p, common);
  return split ? divideNonZero(split.coefficient, nonZero) : p;
}

/** The name of the test that applies, by how the loop's counter occurs. */
function shapeOf(a: Polynomial, b: Polynomial): string {
  const counters = [a, b].flatMap(variablesOf).filter(isCounter);
  if (counters.length === 0) return 'ziv';
  if (counters.some((id) => id !== iterationCounter)) return 'miv';
  const [ca, cb] = [a, b].map((p) => constantValue(splitLinear(p, iterationCounter)?.coefficient ?? p));
  if (ca === undefined || cb === undefined) return 'symbolic-siv';
  if (ca === cb) return 'strong-siv';
  if (ca === 0 || cb === 0) return 'weak-zero-siv';
  return ca === -cb ? 'weak-crossing-siv' : 'gcd';
}
