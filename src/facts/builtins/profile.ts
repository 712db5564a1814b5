/**
 * What a built-in does, as data that the effect walker interprets without knowing any built-in by name. After Rollup's
 * method tables (`ArrayPrototype`) and React Compiler's `ObjectShapes`.
 *
 *   xs.push(a, b)      mutates receiver (append); captures arguments into receiver; returns a number
 *   xs.map(fn)         calls argument 0 with (element, index, receiver); returns a fresh array of its results
 *   m.get(k)           reads receiver at key argument 0; returns one of its elements
 *   u8.subarray(a, b)  returns a new view that shares the receiver's memory
 */
import type { IoDevice } from '../../model/index.ts';

/** What a value is known to be. `any` when nothing is known; `object` is a plain object. */
export type ValueKind =
  | 'any'
  | 'undefined'
  | 'null'
  | 'boolean'
  | 'number'
  | 'bigint'
  | 'string'
  /** Some primitive. */
  | 'primitive'
  | 'symbol'
  | 'function'
  /** Plain data: primitives, plain objects and arrays of such (`JSON.parse`). */
  | 'data'
  | 'object'
  | 'array'
  /** An array with `index`, `input` and `groups`. */
  | 'regexp-match'
  | 'map'
  | 'set'
  | 'weak-map'
  | 'weak-set'
  | 'weak-ref'
  | 'finalization-registry'
  | 'date'
  | 'regexp'
  /** A RegExp surely without `g` and `y`: matching leaves its `lastIndex` alone. */
  | 'stateless-regexp'
  | 'error'
  | 'promise'
  | 'iterator'
  | 'async-iterator'
  | 'array-buffer'
  | 'shared-array-buffer'
  | 'data-view'
  | 'typed-array'
  | 'buffer'
  | 'proxy'
  | 'intl'
  | 'url'
  | 'url-search-params'
  | 'text-encoder'
  | 'text-decoder'
  | 'headers'
  | 'blob'
  | 'abort-controller'
  | 'abort-signal'
  | 'event-target'
  | 'event-emitter'
  | 'stream'
  | 'socket'
  | 'timeout'
  | 'hash'
  | 'key-object'
  | 'file-handle'
  | 'stats'
  | 'dirent'
  | 'message-port'
  | 'child-process'
  | 'async-local-storage'
  | 'script';

/** A value that takes part in a call. */
export type Operand =
  | { readonly kind: 'receiver' }
  | { readonly kind: 'argument'; readonly index: number }
  /** Every argument from `index` on. */
  | { readonly kind: 'rest'; readonly index: number }
  /** Whatever callback number `index` of the profile's `callbacks` returns. */
  | { readonly kind: 'result'; readonly index: number };

/**
 * The operand itself (depth 0), what it holds (1: elements, property values, Map keys and values, the value of a promise),
 * what those hold (2), or anything reachable from it (`deep`).
 */
export interface Source {
  readonly operand: Operand;
  readonly depth: 0 | 1 | 2 | 'deep';
  /** Only where this argument isn't a callback: `Array.from(xs, f)` gives nothing of `xs` itself. */
  readonly unlessCallback?: number;
}

/** Which keys of an object are touched: all and the length, one past the end, the one that an argument names, or a fixed one. */
export type Keys =
  | 'all'
  | 'append'
  | { readonly kind: 'argument'; readonly index: number }
  | { readonly kind: 'name'; readonly name: string };

/** A read or a change of the object that `source` stands for; of a primitive it is nothing. */
export interface Touch {
  readonly source: Source;
  readonly keys: Keys;
  /** It happens only to values of these kinds: `lastIndex` of a RegExp argument, an iterator that is used up. */
  readonly kinds: readonly ValueKind[] | undefined;
  /**
   * Whether a value of unknown kind counts among `kinds`. False for iterators: what is iterated counts as a collection unless it
   * is known to be an iterator, as in `for…of`.
   */
  readonly orUnknown: boolean;
}

/** `value` is stored in the object `into`, and can be reached from it afterwards. */
export interface Capturing {
  readonly into: Operand;
  readonly value: Source;
}

/** A function that the built-in calls. */
export interface CallbackProfile {
  /** Where the function comes from: an argument, or the receiver (`Function.prototype.call`). */
  readonly callee: Operand;
  /** For each parameter the values that it may be; an empty list is a primitive or a fresh value. */
  readonly parameters: readonly (readonly Source[])[];
  /** What further parameters may be (`fn.apply(self, list)`). */
  readonly restParameters: readonly Source[];
  /** What `this` may be in it; empty: undefined. */
  readonly thisValue: readonly Source[];
  /** `sync`: before the built-in returns. `later`: from the event loop, after the loop has ended. */
  readonly timing: 'sync' | 'later';
  /** How often: at most once, or once for each element of `perElementOf`. */
  readonly times: 'once' | 'each' | 'each-log-n';
  /** The argument may be something other than a function, or be left out: then nothing is called. */
  readonly optional: boolean;
}

/**
 * A method that the language calls on a value behind the scenes. On plain data (literals, built-in containers of
 * primitives) nothing of the user's runs; on an instance of a class, its method of that name does.
 */
export interface ProtocolCall {
  readonly source: Source;
  readonly protocol: 'coerce' | 'iterate' | 'toJSON' | 'then' | 'get' | 'set' | 'inspect';
}

/** What a call does to the world outside its operands. */
export type OutsideEffect =
  | { readonly kind: 'io'; readonly device: IoDevice; readonly mode: 'read' | 'write' }
  | { readonly kind: 'nondeterminism'; readonly source: string }
  | { readonly kind: 'ambient'; readonly source: string; readonly mode: 'read' | 'write' }
  | { readonly kind: 'hidden'; readonly why: string }
  | { readonly kind: 'unknown'; readonly why: string }
  /** Always throws or ends the process. */
  | { readonly kind: 'throw' };

/** What a result is. */
export interface Shape {
  readonly kind: ValueKind;
  /** Existing values that it may be. Empty: a primitive, or an object created by the call (of any kind when `kind` is `any`). */
  readonly is: readonly Source[];
  /**
   * Values whose later changes the new object sees, and which changing it changes: `subarray`, `new Uint8Array(buffer)`,
   * `ta.buffer`, an iterator over a collection, an object and its prototype.
   */
  readonly shares: readonly Source[];
  /** What it holds, for arrays, collections, iterators, promises, objects. Undefined: only primitives and fresh objects. */
  readonly elements: Shape | undefined;
  /** For arrays: no holes; holes where the receiver (or source) has them; or may have holes regardless. */
  readonly density: 'dense' | 'inherited' | 'holey';
}

/**
 * Elementary operations (about 1 ns each) of one call, without its callbacks. `operations` is the total for `constant`,
 * and for one element of the receiver (or of the largest argument) for the others. `expensive`: a constant in the
 * hundreds of microseconds and more (key derivation, compression, processes).
 */
export interface BuiltinCost {
  readonly growth: 'constant' | 'linear' | 'linearithmic' | 'expensive';
  readonly operations: number;
}

export type Use = 'call' | 'new' | 'read';

export interface BuiltinProfile {
  /** `Array.prototype.push`, `Math.max`, `fs.readFileSync`. */
  readonly name: string;
  /** The `use`s that it describes: called, constructed, or read as a property. */
  readonly uses: readonly Use[];
  readonly reads: readonly Touch[];
  readonly mutates: readonly Touch[];
  readonly captures: readonly Capturing[];
  readonly callbacks: readonly CallbackProfile[];
  readonly protocols: readonly ProtocolCall[];
  readonly outside: readonly OutsideEffect[];
  /** May throw for operands of the right types: `JSON.parse`, `'a'.repeat(-1)`. */
  readonly throws: boolean;
  readonly returns: Shape;
  readonly cost: BuiltinCost;
  /** First Node version that has it, where Node 20.19 hasn't. */
  readonly since: string | undefined;
}
