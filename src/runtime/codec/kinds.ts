// The kinds of objects that cross to another thread without loss, by their prototype.
import { prototypeOf } from '../reflect.ts';
import { DomError } from '../realm.ts';
import { ERRORS } from './error-classes.ts';

/** Classes of typed arrays and the like; a view travels with the index of its class. */
export const VIEWS = [
  Uint8Array,
  Int8Array,
  Uint8ClampedArray,
  Int16Array,
  Uint16Array,
  Int32Array,
  Uint32Array,
  Float32Array,
  Float64Array,
  BigInt64Array,
  BigUint64Array,
  DataView,
  Buffer,
] as const;

/** Classes that V8's serializer keeps, but for the own properties that an instance may have been given. */
const NATIVE = [Map, Set, Date, RegExp, ArrayBuffer, Boolean, Number, String, BigInt] as const;

/** Classes of which an instance is made anew of some strings. */
export const MADE = {
  URL: { type: URL, read: (url: URL) => [url.href], make: (href: string) => new URL(href) },
  URLSearchParams: {
    type: URLSearchParams,
    read: (params: URLSearchParams) => [params.toString()],
    make: (text: string) => new URLSearchParams(text),
  },
  DOMException: {
    type: DomError,
    read: (error: Error) => [error.message, error.name],
    make: (message: string, name?: string) => new DomError(message, name),
  },
} as const;

export type MadeName = keyof typeof MADE;

/** How instances of a built-in class travel. */
export type Kind = 'plain' | 'array' | 'native' | 'view' | 'error' | MadeName;

const errors = [...ERRORS, AggregateError];

const kinds = new Map<object, Kind>([
  [Object.prototype, 'plain'],
  [Array.prototype, 'array'],
  ...NATIVE.map(({ prototype }) => [prototype, 'native'] as const),
  ...VIEWS.map(({ prototype }) => [prototype, 'view'] as const),
  ...errors.map(({ prototype }) => [prototype, 'error'] as const),
  ...Object.entries(MADE).map(([name, { type }]) => [type.prototype, name as MadeName] as const),
]);

/** The kind of the built-in class with this prototype, or undefined for any other. */
export function kindOf(prototype: object): Kind | undefined {
  return kinds.get(prototype);
}

/** The kind of the nearest built-in class above a prototype: what instances of a user's class are underneath. */
export function baseKindOf(prototype: object): Kind {
  for (let above: object | null = prototype; above; above = prototypeOf(above)) {
    const kind = kinds.get(above);
    if (kind) return kind;
  }
  return 'plain';
}

/** The built-in error classes by name, for the way back. */
export const errorClasses = new Map(errors.map((type) => [type.name, type]));
