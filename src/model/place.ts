/**
 * Places: the abstract memory locations that the analysis speaks of. A Place is a root and an access path; a path may hold
 * unknown keys. The empty path is the variable itself, `[i]` an element of the object that it holds.
 *
 *   total          { root: binding total, path: [] }
 *   rows[y].cells  { root: binding rows, path: [index y, name cells] }
 */
import type { Range } from './location.ts';

/** Identifies a variable of one file: `name@offset` of its first declaring identifier, e.g. `best@120`. */
export type BindingId = string;

export interface Binding {
  readonly id: BindingId;
  readonly name: string;
  readonly kind: 'const' | 'let' | 'var' | 'param' | 'function' | 'class' | 'import' | 'catch';
  /** Where it is declared, seen from the loop: in the body (new for each iteration), around it, or at module level. */
  readonly level: 'iteration' | 'enclosing' | 'module';
  /** Range of the declaring identifier. */
  readonly declared: Range;
  /** True when anything other than its initialiser assigns it, anywhere in the file. */
  readonly reassigned: boolean;
}

export type Root =
  | { readonly kind: 'binding'; readonly id: BindingId; readonly name: string }
  /** The value of the current item (or of index variables): `x` of `for (const x of xs)`. */
  | { readonly kind: 'item'; readonly name: string }
  | { readonly kind: 'this' }
  /** In a function's summary only: its n-th parameter. */
  | { readonly kind: 'param'; readonly index: number }
  | { readonly kind: 'global'; readonly name: string }
  /** An object created at `site`, in the body or in a function that the body calls: private to the iteration. */
  | { readonly kind: 'fresh'; readonly site: Range }
  | { readonly kind: 'unknown'; readonly why: string };

/**
 * A polynomial with integer coefficients over variables: `(y * w + x) * 4 + c` is
 * `4·w·y + 4·x + c`. A variable is a binding id; a term with no factors is the constant.
 */
export interface Polynomial {
  readonly terms: readonly { readonly coefficient: number; readonly factors: readonly BindingId[] }[];
}

export type Key =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'index'; readonly subscript: Polynomial }
  /** One key, which one isn't known. */
  | { readonly kind: 'unknown' }
  /**
   * Any or all keys, and the length: what `xs.sort()` touches. `isDeep`: also those of every object that can be reached from there,
   * as `JSON.stringify` reads them. `ifObject`: only while a body is evaluated, of what may be a number.
   */
  | { readonly kind: 'all'; readonly isDeep?: true; readonly ifObject?: boolean };

export interface Place {
  readonly root: Root;
  readonly path: readonly Key[];
}
