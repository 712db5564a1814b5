// What an object is made of, told without running code of its own.
import type { InspectOptions } from 'node:util';
import { builtin } from './builtin.ts';

export const { types, inspect } = builtin('util');

/** Whether a value is a typed array or a DataView, of whatever realm. */
export function isView(value: unknown): value is ArrayBufferView {
  return ArrayBuffer.isView(value);
}

const { get: kindName } = propertyOf(prototypeOf(Uint8Array.prototype) as object, Symbol.toStringTag);

/** The built-in class under a typed array of any class, whose own constructor (`Buffer` is one) is not to run. */
export function builtInKind(view: ArrayBufferView): Float64ArrayConstructor {
  const name = Reflect.apply(kindName as () => string, view, []);
  return (globalThis as unknown as Record<string, Float64ArrayConstructor>)[name] as Float64ArrayConstructor;
}

export function prototypeOf(value: unknown): object | null {
  return Object.getPrototypeOf(value) as object | null;
}

/** A property's value or getter; the property must be there. */
export interface Property {
  readonly value?: unknown;
  readonly get?: unknown;
  readonly set?: unknown;
  readonly enumerable?: boolean;
  readonly writable?: boolean;
  readonly configurable?: boolean;
}

/** An own property that is there. */
export function propertyOf(value: object, key: PropertyKey): Property {
  return Object.getOwnPropertyDescriptor(value, key) as Property;
}

/** Elements from which looking at all properties of an array costs a good part of its clone. */
const LONG = 32;
/** Prints an array without its elements. */
const OUTLINE: InspectOptions = { maxArrayLength: 0, showHidden: true, customInspect: false, depth: 0 };

/** Whether a property is what an assignment makes: no getter or setter, and open to any change. */
export function isOpen({ writable, enumerable, configurable }: Property): boolean {
  // An accessor is not writable.
  return Boolean(writable && enumerable && configurable);
}

/** Whether an array is too long for its elements to be looked at one by one. */
export function isLong({ length }: readonly unknown[]): boolean {
  return length > LONG;
}

/** Whether an array's length and its elements are what assignments make, as far as it isn't long. */
export function isOpenArray(array: readonly unknown[]): boolean {
  if (!propertyOf(array, 'length').writable) return false;
  if (isLong(array)) return true;
  for (let index = 0; index < array.length; index++) {
    const property = propertyOf(array, index) as Property | undefined;
    if (property && !isOpen(property)) return false;
  }
  return true;
}

/** The keys of what an array holds beside its elements and its length. */
export function furtherKeys(array: readonly unknown[]): PropertyKey[] {
  const { length } = array;
  // Node tells the other properties from the elements at once; where it prints anything else, the keys are listed.
  if (isLong(array) && inspect(array, OUTLINE) === `[ ... ${length} more items, [length]: ${length} ]`)
    return [];
  const keys = Reflect.ownKeys(array);
  // Indices come first, then names in the order of creation, of which an array's first is its length.
  return keys.slice(keys.indexOf('length') + 1);
}

const { at, findIndex, includes } = Array.prototype;

/**
 * Whether all elements pass a test; a hole counts as undefined. Not by index: where one place in the code reads arrays of numbers and
 * others, V8 makes of the former arrays of objects for good, and the program's own loops over them get slower.
 */
export function everyElement(list: ArrayLike<unknown>, test: (element: unknown) => boolean): boolean {
  return Reflect.apply(findIndex, list, [(element: unknown) => !test(element)]) < 0;
}

/** Whether all elements are numbers: not so where there is a hole, which reads as undefined. */
export function areNumbers(list: ArrayLike<unknown>): list is number[] {
  return everyElement(list, (element) => typeof element === 'number');
}

/** `list[index]`, for places that read lists of all kinds. */
export function elementOf(list: ArrayLike<unknown>, index: number): unknown {
  return Reflect.apply(at, list, [index]);
}

/**
 * A list of so many holes. `new Array` remembers at each place in the code that some list made there came to hold objects, and V8 then makes
 * further ones for objects from the start.
 */
export function emptyList(length: number): unknown[] {
  return Reflect.construct<[number], unknown[]>(Array, [length]);
}

/** `list[index] = value`, with numbers at a place of their own (which a minifier must not make one with the other), as above. */
export function put(list: unknown[], index: number, value: unknown): void {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-conversion -- the sign makes the two places differ
  if (typeof value === 'number') list[index] = +value;
  else list[index] = value;
}

/** Whether an index below the length has no element. */
export function hasHoles(array: readonly unknown[]): boolean {
  if (!Reflect.apply(includes, array, [undefined])) return false;
  for (let index = 0; index < array.length; index++) if (!(index in array)) return true;
  return false;
}
