/** What evaluating a piece of code does, as data. The reason is always kept: never a bare boolean. */
import type { Location, Range } from './location.ts';
import type { Place } from './place.ts';

/** A call on the way from the body to where the effect really happens, outermost first. */
export interface CallStep {
  readonly callee: string;
  readonly at: Location;
}

interface EffectBase {
  /** Where in the analysed file: the expression itself, or the call that leads to it. */
  readonly range: Range;
  /** Position in evaluation order among the effects of the same body or function: 0, 1, 2… */
  readonly order: number;
  /** May be skipped in some iterations: under an `if`, in a nested loop, after a `continue`. */
  readonly conditional: boolean;
  /** The chain of calls, empty when it happens in the body itself. */
  readonly via: readonly CallStep[];
}

export type IoDevice = 'console' | 'fs' | 'net' | 'process' | 'timer' | 'dom' | 'other';

export type Effect = EffectBase &
  /** `rows[y]`, `total` */
  (
    | {
        readonly kind: 'read';
        readonly place: Place;
        /** The object itself is told from others, by `===`, `includes`, as a key of a Map: which copy of it matters. */
        readonly identity?: boolean;
      }
    /** `rows[y] = v`, `total = v`, `delete o.k`. `fresh` binding initialisers are writes too. */
    | { readonly kind: 'write'; readonly place: Place; readonly operator: string | undefined }
    /** `xs.push(v)`, `m.set(k, v)`: a method or callee changes the object that stands at `place`. `method` is its name. */
    | { readonly kind: 'mutate'; readonly place: Place; readonly method: string }
    /** A callee that could not be resolved: `callback(x)`, `obj.method()` of unknown type. */
    | {
        readonly kind: 'call';
        readonly callee: string;
        readonly why: 'unknown-callee' | 'unknown-method' | 'no-source' | 'dynamic';
      }
    /** An explicit `throw`, or a callee's. */
    | { readonly kind: 'throw' }
    | { readonly kind: 'await' }
    | { readonly kind: 'yield' }
    /** `console.log(…)` is a write to the console; `fs.readFileSync` a read of fs. */
    | {
        readonly kind: 'io';
        readonly device: IoDevice;
        readonly mode: 'read' | 'write';
        readonly callee: string;
      }
    /** `Math.random()`, `Date.now()`, `crypto.randomUUID()` */
    | { readonly kind: 'nondeterminism'; readonly source: string }
    /** State that each thread has of its own: `process.chdir`, AsyncLocalStorage, `require.cache`. */
    | { readonly kind: 'ambient'; readonly source: string; readonly mode: 'read' | 'write' }
    /** `eval`, `with`, `new Function`, a getter or Proxy that can't be seen through. */
    | { readonly kind: 'hidden'; readonly why: string }
    | { readonly kind: 'unknown'; readonly why: string }
  );

export type EffectKind = Effect['kind'];

/**
 * The effects of calling a function once, as the caller sees them: places are rooted in its parameters, `this`, captured or
 * module bindings and globals; what it does to objects that it creates itself is left out.
 */
export interface EffectSummary {
  readonly name: string;
  readonly at: Location;
  readonly effects: readonly Effect[];
  /** What the returned value may be or refer to. */
  readonly returns: ValueFact;
  /** Estimated operations for one call; `Infinity` never, see Cost. */
  readonly weight: number;
}

/** What a value may be, for crossing to a worker and for aliasing. */
export interface ValueFact {
  /** Surely a string, number, boolean, bigint, null or undefined. */
  readonly primitive: boolean;
  /** Places whose objects the value may be or hold a reference to (items and captures: identity). */
  readonly refersTo: readonly Place[];
  /** Whether nothing is known of the value. */
  readonly unknown: boolean;
  readonly cloneability: Cloneability;
}

/** Whether a structured clone of a value is the same value, silently less, or throws. `path` names the culprit: `scene.camera.project`. */
export type Cloneability =
  | { readonly kind: 'exact' }
  | { readonly kind: 'lossy'; readonly path: string; readonly what: string }
  | { readonly kind: 'throws'; readonly path: string; readonly what: string }
  /** An instance of a class that can be imported: crosses with its prototype when the runtime is told the class. */
  | { readonly kind: 'class'; readonly path: string; readonly className: string }
  /** No evidence against, none for (an untyped parameter). */
  | { readonly kind: 'unknown'; readonly path: string };
