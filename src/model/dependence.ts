/** Dependences between accesses, and what a variable is to the loop. */
import type { BindingId, Place } from './place.ts';
import type { Range } from './location.ts';

/** One read or write of a Place in the body; `id` is its position in LoopFacts.accesses. */
export interface Access {
  readonly id: number;
  readonly kind: 'read' | 'write';
  readonly place: Place;
  readonly range: Range;
  readonly order: number;
  readonly conditional: boolean;
}

/**
 * `source` happens before `sink` and both touch the same place, at least one writes. `carried`: in different iterations of
 * the loop, `distance` iterations apart where that is known. Under the snapshot model only `flow` blocks.
 */
export interface Dependence {
  readonly kind: 'flow' | 'anti' | 'output';
  readonly carried: boolean;
  readonly distance: number | undefined;
  readonly source: Access['id'];
  readonly sink: Access['id'];
  readonly place: Place;
  /** `possible`: the test could not rule it out. */
  readonly certainty: 'definite' | 'possible';
  /** The dependence test that decided: `ziv`, `strong-siv`, `gcd`, `banerjee`, `alias`, `scalar`, … */
  readonly test: string;
}

export type VariableRole =
  'private' | 'firstprivate' | 'lastprivate' | 'shared' | 'reduction' | 'induction' | 'constant' | 'item';

/** `sum += f(x)`, `best = max(best, f(x))`. `ordered` when another order would give another result (floats, strings, push). */
export interface Reduction {
  readonly binding: BindingId;
  readonly name: string;
  readonly operator:
    | '+'
    | '-'
    | '*'
    | '|'
    | '&'
    | '^'
    | 'min'
    | 'max'
    | 'argmin'
    | 'argmax'
    | 'append'
    | 'concat'
    | 'histogram'
    | 'and'
    | 'or';
  readonly ordered: boolean;
  readonly range: Range;
}
