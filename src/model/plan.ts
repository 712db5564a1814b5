/**
 * How an eligible loop is rewritten: decided once by the verdict layer, rendered by the transform, shown by `explain`. A plan
 * holds no finished syntax for the call itself (blocking or awaited is the renderer's choice), but says what goes where.
 */
import type { Range } from './location.ts';
import type { BindingId } from './place.ts';

export type PlanKind = 'map' | 'filter' | 'flatMap' | 'search' | 'fission' | 'rows';

/**
 * A rope: literal text, and ranges of the original text (kept byte for byte, re-indented as a block by the renderer).
 * A line break in literal text is `\n` with indentation relative to the rope's own first column, two spaces a level; the renderer
 * adapts both to the file.
 */
export type Template = readonly (string | Range)[];

/** The iteration space as the runtime gets it. */
export type ItemsPlan =
  /**
   * An iterable as it stands: `xs`. `spread` writes `[...xs]`: an array that may have holes, iterated by for-of, or a generator
   * whose pulls are proven to have no effects. `inStep` writes `inStep(xs)`: what isn't proven to be a built-in collection, and may
   * be a generator whose pulls have effects.
   */
  | {
      readonly kind: 'iterable';
      readonly text: Template;
      readonly spread: boolean;
      readonly inStep?: boolean;
    }
  /** `range(from, to, step)`; step is left out when 1. `to` is exclusive and may be text like `n + 1`. */
  | {
      readonly kind: 'range';
      readonly from: Template;
      readonly to: Template;
      readonly step: Template | undefined;
    }
  /** `enumerate(xs)`: items are `[index, element]`. */
  | { readonly kind: 'enumerate'; readonly text: Template; readonly presentOnly: boolean }
  /** `keysIn(object)`: what for-in would visit. */
  | { readonly kind: 'keys'; readonly text: Template }
  /** `present(xs)`: the elements that forEach would visit. */
  | { readonly kind: 'present'; readonly text: Template };

/** A value that travels once per worker. */
export interface ConstantPlan {
  readonly id: BindingId;
  /** Its name in the task. */
  readonly name: string;
  /** Text of the expression that gives it in the source file: mostly the name itself, `this.width` for a field. */
  readonly value: Template;
  /** The expression or declaration to ask for its type: a range of the declaring identifier or of the expression. */
  readonly typeOf: Range;
}

/** Code that the task refers to by name and that isn't sent: functions, classes, imports, enums, constant tables. */
export type HelperPlan =
  /** Bound by an import (or `const x = require(…)`) of the source file: the worker module gets the same import. */
  | { readonly kind: 'import'; readonly name: string; readonly declaration: Range }
  /**
   * Declared at the top level of the source file. `needs` are the names of other helpers that it uses.
   * `exported` as it stands. The renderer moves it to the worker module and imports it back, or imports it from the source file
   * where that module has no side effects.
   */
  | {
      readonly kind: 'declared';
      readonly name: string;
      readonly declaration: Range;
      readonly exported: boolean;
      readonly needs: readonly string[];
      readonly usedOutsideTask: boolean;
    };

/** A class whose instances cross with their prototype. */
export interface ClassPlan {
  /** Its name in the worker module. */
  readonly name: string;
  /** Where it is exported, when the source file neither declares nor imports it; else it is among the helpers. */
  readonly from: { readonly file: string; readonly exported: string } | undefined;
}

/** `const <name> = [];` of a task, which it fills with values like the expression at `element`. */
export interface ListPlan {
  readonly name: string;
  readonly element: Range;
}

/** The independent part, as a function of one item and the constants. */
export interface TaskPlan {
  /** A name that says what is computed; the renderer makes it unique in the worker module. */
  readonly name: string;
  /** Parameter pattern of the item: `x`, `[a, b]`, `y`. Undefined when the item isn't used. */
  readonly parameter: Template | undefined;
  /** The expression or identifier whose element type the parameter has, for type annotations. */
  readonly parameterType: Template | undefined;
  readonly isExpression: boolean;
  /** Statements (with `return`), or one expression when `isExpression`. */
  readonly body: Template;
  /** Names of the results that cross, in order: one is returned bare, more as an object. Empty for search predicates and callbacks. */
  readonly results: readonly string[];
  /** For their types, where the compiler infers none. */
  readonly lists?: readonly ListPlan[];
  /** Classes whose instances cross (runtime option `classes`). */
  readonly classes: readonly ClassPlan[];
  /** Set when a module of one of them imports the source file in turn: then the classes are known at the first call only. */
  readonly hasLateClasses?: boolean;
}

/** What stands in the loop's place. */
export type ConsumePlan =
  /** An expression: `mapSync(task, items, constants)`, followed by `suffix` (e.g. `.reduce((a, r) => a + r, 0)`). */
  | {
      readonly as: 'expression';
      readonly method: 'map' | 'filter' | 'flatMap' | 'find' | 'findIndex' | 'some' | 'every';
      readonly suffix: Template;
    }
  /**
   * `const out = mapSync(…);` `declaration` is the range of the statement `const out = [];` that is removed (when it stands
   * directly before the loop its place is taken), `head` is its text up to the initialiser: `const out: number[] = `.
   */
  | {
      readonly as: 'declaration';
      readonly method: 'map' | 'filter' | 'flatMap';
      readonly declaration: Range;
      readonly head: Template;
    }
  /**
   * `for (const <binding> of imapSync(…)) { <body> }`. `binding` is the pattern of the result (or `[item, result]` when
   * `withItems`). `settled`: outcomes are unwrapped in `body` by the literal text `settledValue(name)`.
   */
  | {
      readonly as: 'loop';
      readonly binding: Template;
      readonly withItems: boolean;
      readonly settled: boolean;
      readonly body: Template;
      readonly label: string | undefined;
    };

/** Variables that the head of a `for` declared, as statements before the call that takes the loop's place. */
export interface Declarations {
  readonly text: Template;
  /** They and the call stand in a block of their own, as the names mean something else around the loop. */
  readonly isScoped: boolean;
}

export interface RewritePlan {
  readonly kind: PlanKind;
  /** The loop statement or call expression that is replaced. */
  readonly replace: Range;
  /** The `Promise.all(…)` around the call: a promise of the results takes the place of both. */
  readonly settles?: Range;
  readonly items: ItemsPlan;
  readonly constants: readonly ConstantPlan[];
  readonly helpers: readonly HelperPlan[];
  readonly task: TaskPlan;
  readonly consume: ConsumePlan;
  readonly declares?: Declarations;
  /** Whether importing the source file would run something: then helpers are moved, never imported from it. */
  readonly sourceHasSideEffects: boolean;
  /** For people: what varies, what doesn't, where results go. */
  readonly summary: {
    readonly varying: readonly string[];
    readonly constants: readonly string[];
    readonly results: readonly string[];
  };
}
