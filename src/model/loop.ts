/** Loops and their iteration spaces. */
import type { BindingId } from './place.ts';
import type { Position, Range } from './location.ts';

export type LoopForm =
  | 'for'
  | 'for-of'
  | 'for-in'
  | 'while'
  | 'do-while'
  | 'map'
  | 'forEach'
  | 'filter'
  | 'flatMap'
  | 'reduce'
  | 'some'
  | 'every'
  | 'find'
  | 'findIndex'
  | 'from';

/** A bound or step of a counted loop: its text range, and its value where it is a literal. */
export interface Bound {
  readonly range: Range | undefined;
  readonly value: number | undefined;
}

export type IterationSpace =
  /** `for (let i = from; i < to; i += step)`; `inclusive` for `<=` / `>=`; a negative step counts down. */
  | {
      readonly kind: 'counted';
      readonly index: BindingId;
      readonly from: Bound;
      readonly to: Bound;
      readonly step: number;
      readonly inclusive: boolean;
      /** Set when `to` is `xs.length` and `from` is 0: the range of `xs`. */
      readonly lengthOf: Range | undefined;
    }
  /**
   * The elements of an iterable or array: `iterable` is its text range. `dense` when no holes are possible. `isArray` says
   * whether it is proven to be an Array (needed by method forms), and by what.
   */
  | {
      readonly kind: 'elements';
      readonly iterable: Range;
      readonly dense: boolean;
      readonly isArray: 'syntax' | 'type' | 'jsdoc' | 'unknown';
    }
  /** `Array.from({ length: n }, fn)`: 0 to n-1. */
  | { readonly kind: 'length'; readonly length: Range }
  /** `for (const key in of)`: the names of the properties of `of`, inherited ones too. */
  | { readonly kind: 'keys'; readonly of: Range }
  /** while, do-while and the like: not a space that can be split. */
  | { readonly kind: 'open'; readonly why: 'unknown-trip-count' };

export interface Loop {
  readonly file: string;
  readonly form: LoopForm;
  /** The whole statement or call expression. */
  readonly range: Range;
  /** What reports underline: `for (…)` without the body, or the method's name. */
  readonly head: Range;
  /** Position of `head`. */
  readonly start: Position;
  readonly endLine: number;
  /** The body: statement, or callback's body. */
  readonly body: Range;
  readonly space: IterationSpace;
  /** Variables that hold the item or index, with the pattern as written: `[a, b]`. */
  readonly items: readonly {
    readonly name: string;
    readonly id: BindingId;
    readonly role: 'item' | 'index';
  }[];
  readonly label: string | undefined;
  /** Name of the enclosing function, if any, and whether it is async or a generator. */
  readonly enclosing:
    | { readonly name: string | undefined; readonly isAsync: boolean; readonly isGenerator: boolean }
    | undefined;
  /** Nesting depth among loops of the same function; 0 is outermost. */
  readonly depth: number;
}
