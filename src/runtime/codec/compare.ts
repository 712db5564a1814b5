// Comparing two values to the last detail: prototypes, key order, holes, -0, and which objects are the same object.
import { isView, propertyOf, prototypeOf, types } from '../reflect.ts';
import { DomError } from '../realm.ts';
import { MADE } from './kinds.ts';

/** Where two values first differ: the keys to the place, and what stands there. */
export interface Difference {
  readonly path: (string | number)[];
  readonly expected: unknown;
  readonly actual: unknown;
}

/** The first difference between two values, or undefined when nobody could tell one from the other. */
export function findDifference(expected: unknown, actual: unknown): Difference | undefined {
  return compare(expected, actual, new Map(), new Map());
}

type Pairs = Map<object, object>;

function compare(expected: unknown, actual: unknown, there: Pairs, back: Pairs): Difference | undefined {
  const difference = { path: [], expected, actual };
  if (!isObject(expected) || !isObject(actual)) return Object.is(expected, actual) ? undefined : difference;
  if (there.has(expected) || back.has(actual)) {
    return there.get(expected) === actual && back.get(actual) === expected ? undefined : difference;
  }
  there.set(expected, actual);
  back.set(actual, expected);
  if (typeof expected === 'function') return expected === actual ? undefined : difference;
  if (prototypeOf(expected) !== prototypeOf(actual)) return difference;
  if (closure(expected) !== closure(actual)) return difference;
  const parts = partsOf(expected);
  const others = partsOf(actual);
  for (let k = 0; k < Math.max(parts.length, others.length); k++) {
    const [key, value] = parts[k] ?? [];
    const [otherKey, other] = others[k] ?? [];
    if (key !== otherKey) return difference;
    const inner = compare(value, other, there, back);
    if (inner) return { ...inner, path: [key as string | number, ...inner.path] };
  }
  return undefined;
}

/** All objects that a value refers to, itself included, with the path to each. */
export function reachable(value: unknown): Map<object, (string | number)[]> {
  const found = new Map<object, (string | number)[]>();
  const visit = (held: unknown, path: (string | number)[]): void => {
    if (!isObject(held) || found.has(held)) return;
    found.set(held, path);
    for (const [key, inner] of partsOf(held)) visit(inner, [...path, key]);
  };
  visit(value, []);
  return found;
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** How far an object is closed: extensible, not, sealed, frozen. */
function closure(value: object): number {
  if (isView(value)) return 0;
  return (
    Number(!Object.isExtensible(value)) + Number(Object.isSealed(value)) + Number(Object.isFrozen(value))
  );
}

type Part = readonly [string | number, unknown];

/** What an object consists of, in order. */
function partsOf(value: object): Part[] {
  if (isView(value)) return viewParts(value);
  const inner: Part[] = innerParts(value);
  for (const key of Reflect.ownKeys(value)) {
    // The text of a stack is nobody's business.
    if (key === 'stack' && (types.isNativeError(value) || value instanceof DomError)) continue;
    const property = propertyOf(value, key);
    const held = 'value' in property ? property.value : property.get;
    inner.push([String(key), held], [`(${String(key)} is enumerable)`, property.enumerable]);
  }
  return inner;
}

function viewParts({ buffer, byteOffset, byteLength }: ArrayBufferView): Part[] {
  return [['(bytes)', Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength).toString('latin1')]];
}

/** The parts that are no properties. */
function innerParts(value: object): Part[] {
  if (value instanceof Map)
    return [...value].flatMap(([key, held], k) => [[`(key ${k})`, key] as Part, [`(value ${k})`, held]]);
  if (value instanceof Set) return [...value].map((held, k) => [`(element ${k})`, held]);
  if (value instanceof Date) return [['(time)', value.getTime()]];
  if (value instanceof RegExp) return [['(pattern)', String(value)]];
  if (value instanceof ArrayBuffer) return viewParts(new Uint8Array(value));
  if (types.isBoxedPrimitive(value)) return [['(value)', value.valueOf()]];
  for (const { type, read } of Object.values(MADE)) {
    if (value instanceof type) return [['(text)', read(value as never).join('\n')]];
  }
  return [];
}
