/** The words of the facts layer that hold AST nodes; what is plain data stands in src/model. */
import type { TSESTree } from '@typescript-eslint/types';
import type {
  Binding,
  BindingId,
  Effect,
  IterationSpace,
  Location,
  Loop,
  LoopFacts,
  Place,
  Range,
  SourceUnit,
  ValueFact,
} from '../model/index.ts';
import type { ValueKind } from './builtins/index.ts';
import type { AliasOracle } from './dependence/index.ts';
import type { ClassRef } from './values/type.ts';

export type FunctionNode =
  TSESTree.ArrowFunctionExpression | TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

/** A loop and the nodes that it is made of. */
export interface LoopSite {
  readonly loop: Loop;
  readonly unit: SourceUnit;
  /** The loop statement, or the call expression of a method form. */
  readonly node: TSESTree.Node;
  /** The statement that is repeated, or the callback's body. */
  readonly body: TSESTree.Node;
  /** The callback of a method form, where it stands in the call itself. */
  readonly callback: FunctionNode | undefined;
  /** The promises that an async callback gives are awaited together: each stands for its value. */
  readonly isPromised?: boolean;
  readonly enclosing: FunctionNode | TSESTree.Program;
}

/** A loop inside the body. */
export interface InnerLoop {
  readonly range: Range;
  readonly space: IterationSpace;
}

/** Whether loading the file does something besides declaring things, and where. */
export interface ModuleSideEffects {
  readonly has: boolean;
  /** `isCertain`: the effect is seen, as opposed to code that isn't known. */
  readonly evidence: readonly { readonly at: Location; readonly what: string; readonly isCertain: boolean }[];
}

/**
 * What stands in a list: primitives, what a typed array makes of them when they are stored, or rows, which hold either at indices and
 * nothing else.
 */
export type ListContent = 'primitives' | 'bytes' | 'rows';

/** All that is known of one loop: `facts` is plain data, the functions answer questions about nodes of its body. */
export interface LoopAnalysis {
  readonly site: LoopSite;
  readonly facts: LoopFacts;
  readonly innerLoops: readonly InnerLoop[];
  readonly aliases: AliasOracle;
  /** The effects that happen within a range of the body, in evaluation order, those of fresh objects included. */
  effectsIn(range: Range): readonly Effect[];
  /** Whether each iteration steps an outer variable, as `k++` does; told without the roles, which take longer. */
  isInduction(id: BindingId): boolean;
  /** Whether each iteration has its own value in a variable: its role is `private`. */
  isPrivate(id: BindingId): boolean;
  /** What an expression of the body may be; nothing known (`unknown`) for code that was not evaluated. */
  valueOf(node: TSESTree.Node): ValueFact;
  /** Whether what two expressions of the body give may hold one and the same object that the iteration made. */
  mayShareObjects(a: TSESTree.Node, b: TSESTree.Node): boolean;
  /** The kinds of value that an expression of the body may give; undefined for code that was not evaluated. */
  kindsOf(node: TSESTree.Node): readonly ValueKind[] | undefined;
  /** The classes of the project whose instances the value of an expression of the body may be or hold. */
  classesIn(node: TSESTree.Node): readonly ClassRef[];
  /** Whether the value may hold instances of further classes, which nothing in the text names. */
  mayHoldOtherInstances(node: TSESTree.Node): boolean;
  /** The variable that an identifier of the body names; undefined for globals. */
  bindingOf(identifier: TSESTree.Identifier | TSESTree.JSXIdentifier): Binding | undefined;
  /** What the test of a `for` does in every round. */
  testEffects(): readonly Effect[];
  /** Whether the object at a place may be the very collection that the loop goes over. */
  mayBeIterated(place: Place): boolean;
  /** How deep nothing but a variable leads while the loop runs: 1 to its object, 2 to the objects in that one too. */
  hiddenDepth(id: BindingId): number;
  /** What the array that a variable holds during the loop ever has in it, where the enclosing function made it. */
  contentOfLists(id: BindingId): ListContent | undefined;
  moduleHasSideEffects(): ModuleSideEffects;
}
