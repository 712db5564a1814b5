/** What the dependence analysis is told about a loop; everything else it reads off the body itself. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Access, Binding, BindingId, Loop, Place } from '../../model/index.ts';

export interface DependenceInput {
  readonly loop: Loop;
  /** The body: the loop's statement (for, for-of, while, …), or the callback of a method form. Gives the control flow. */
  readonly body: TSESTree.Node;
  /**
   * Every read and write of the body that isn't of a fresh object, in evaluation order. `range` is that of the identifier,
   * member expression or call; an update (`k += 1`, `k++`) is a read and then a write. Subscripts are polynomials over the
   * bindings as written (`a[j]` is `j`): copies and induction variables are substituted here.
   */
  readonly accesses: readonly Access[];
  /** Every variable that the body touches. */
  readonly bindings: readonly Binding[];
  /** The variable that an identifier names, anywhere in the file. */
  readonly bindingOf: (identifier: TSESTree.Identifier) => Binding | undefined;
  readonly aliases: AliasOracle;
  /** Whether the variable's value may be read after the loop, or by code that runs between iterations. */
  isLiveAfter(id: BindingId): boolean;
}

/** What is known about which places hold the same object. Everything not known is `may`. */
export interface AliasOracle {
  /** Whether the objects held at two places (with different roots) may be, must be or can't be the same one. */
  relate(a: Place, b: Place): 'distinct' | 'may' | 'same';
  /** Whether the object at one place may be among those that can be reached from the object at another, by any path. Left out: it may. */
  mayReach?(from: Place, to: Place): boolean;
  /**
   * Whether the objects at different keys of the container at `place` are different objects: `rows` of
   * `Array.from({ length: n }, () => [])`. For `{ root: item, path: [] }`: whether different iterations have different items.
   */
  hasDistinctElements(place: Place): boolean;
  /**
   * Whether the object at `place` stores numbers at whole indices only (a typed array): a negative or fractional key
   * stores nothing.
   */
  isTypedArray(place: Place): boolean;
  /**
   * Whether the object at `place` may be a view of memory that other objects view too (a typed array): its index `i` is then
   * another index of theirs.
   */
  mayBeView(place: Place): boolean;
  /**
   * Whether evaluating an expression (mostly a call: `zeros(n)`) gives an object that it made itself and that nothing else holds.
   * Left out: only literals and built-ins are taken for allocations.
   */
  readonly isAllocation?: (expression: TSESTree.Expression) => boolean;
  /** Whether such a call gives an array of which each element is another new object, or a primitive. */
  readonly makesRows?: (expression: TSESTree.Expression) => boolean;
  /** Whether the value of an expression is proven to be a number. */
  readonly isNumber?: (expression: TSESTree.Expression) => boolean;
  /** Whether a use of a variable keeps its object to it: no method, accessor or conversion hands it on. */
  readonly keeps?: (use: TSESTree.Node) => boolean;
  /** Whether a member may be the memory behind its object: `pixels.buffer`. */
  readonly givesMemory?: (member: TSESTree.MemberExpression) => boolean;
  /** Whether the value of an expression is proven to be an Array, new or not. */
  readonly isArray?: (expression: TSESTree.Expression) => boolean;
}

/** The careful default: nothing is known. */
export const nothingKnown: AliasOracle = {
  relate: () => 'may',
  hasDistinctElements: () => false,
  isTypedArray: () => false,
  mayBeView: () => true,
};
