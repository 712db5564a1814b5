// Iteration spaces: iterables that are described, not built, so that a chunk of them travels as bounds.
import { lengthOf, readerOf, type Column } from './columns.ts';

/** An iterable whose items are known by index, when all its parts are; `length` is then their number. */
export class Space<Item> implements Iterable<Item> {
  /** The items by index, or undefined when a part can only be iterated. */
  readonly column: Column | undefined;
  readonly #iterate: () => Iterator<Item>;

  constructor(column: Column | undefined, iterate?: () => Iterator<Item>) {
    this.column = column;
    this.#iterate = iterate ?? (() => iterateColumn(column as Column) as Iterator<Item>);
  }

  /** The number of items, or undefined when a part doesn't know its own. */
  get length(): number | undefined {
    return this.column && lengthOf(this.column);
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#iterate();
  }
}

function* iterateColumn(column: Column): Generator<unknown> {
  const read = readerOf(column);
  // The length is read at each step, as an array's iterator does.
  for (let i = 0; i < lengthOf(column); i++) yield read(i);
}

const arrayIterator = Array.prototype[Symbol.iterator];

/** The items as a column when they are known by index, as `for..of` would visit them. */
export function columnOf(items: Iterable<unknown>): Column | undefined {
  if (typeof items === 'string') return undefined;
  // `instanceof` would fail for a space of the other copy of the runtime (see shared.ts).
  if ('column' in items && !Array.isArray(items)) return (items as Space<unknown>).column;
  if (Array.isArray(items)) {
    return items[Symbol.iterator] === arrayIterator ? { kind: 'list', list: items } : undefined;
  }
  if (ArrayBuffer.isView(items)) return { kind: 'list', list: items as unknown as ArrayLike<unknown> };
  return undefined;
}

/**
 * The numbers `from`, `from + step`, … before `to`, as `for (let i = from; i < to; i += step)` counts them (`i > to`
 * for a negative step).
 * @throws {RangeError} when a bound isn't finite or the step is 0
 */
export function range(from: number, to: number, step = 1): Space<number> & { readonly length: number } {
  if (!Number.isFinite(from) || !Number.isFinite(to) || !Number.isFinite(step) || step === 0) {
    throw new RangeError(`range(${from}, ${to}, ${step}): bounds must be finite and the step not 0`);
  }
  const length = Math.max(0, Math.ceil((to - from) / step));
  return new Space<number>({ kind: 'range', from, step, length }) as Space<number> & {
    readonly length: number;
  };
}

/** Tuples of the items at equal places, as many as the shortest part has. */
export function zip<Parts extends readonly Iterable<unknown>[]>(
  ...parts: Parts
): Space<{ -readonly [K in keyof Parts]: Parts[K] extends Iterable<infer Item> ? Item : never }> {
  const columns = parts.map(columnOf);
  if (parts.length > 0 && columns.every((column) => column !== undefined)) {
    return new Space({ kind: 'zip', parts: columns });
  }
  return new Space(undefined, () => iterateZip(parts) as Iterator<never>);
}

function* iterateZip(parts: readonly Iterable<unknown>[]): Generator<unknown[]> {
  const iterators = parts.map((part) => part[Symbol.iterator]());
  const open = new Set(iterators);
  try {
    while (iterators.length > 0) {
      const tuple: unknown[] = [];
      for (const iterator of iterators) {
        const { done, value } = iterator.next();
        if (done) {
          open.delete(iterator);
          return;
        }
        tuple.push(value);
      }
      yield tuple;
    }
  } finally {
    for (const iterator of open) iterator.return?.();
  }
}

/** Pairs `[index, item]`, as `array.entries()` gives them. */
export function enumerate<Item>(items: Iterable<Item>): Space<[number, Item]> {
  const column = columnOf(items);
  if (column) return new Space({ kind: 'enumerate', part: column });
  return new Space<[number, Item]>(undefined, () => iterateEntries(items));
}

function* iterateEntries<Item>(items: Iterable<Item>): Generator<[number, Item]> {
  let index = 0;
  for (const item of items) yield [index++, item];
}

/**
 * The elements that `array.forEach` visits: those within the length as of now, without the holes.
 * `enumerate(present(array))` pairs them with their indices in the array.
 */
export function present<Item>(array: readonly Item[]): Space<Item> & { readonly length: number } {
  return new Space<Item>(presentColumn(array)) as Space<Item> & { readonly length: number };
}

/** The elements of an array as a column, without the holes. */
export function presentColumn(array: readonly unknown[]): Column {
  const part: Column = { kind: 'list', list: array, length: array.length };
  return hasHoles(array) ? { kind: 'pick', part, keys: presentKeys(array) } : part;
}

/** Whether an index below the length has no element. */
function hasHoles(array: readonly unknown[]): boolean {
  for (let i = 0; i < array.length; i++) if (array[i] === undefined && !(i in array)) return true;
  return false;
}

function presentKeys(array: readonly unknown[]): number[] {
  const keys: number[] = [];
  for (let i = 0; i < array.length; i++) if (i in array) keys.push(i);
  return keys;
}

const builtIns: readonly object[] = [
  Set.prototype,
  Map.prototype,
  Object.getPrototypeOf([][Symbol.iterator]()) as object,
  Object.getPrototypeOf(new Set()[Symbol.iterator]()) as object,
  Object.getPrototypeOf(new Map()[Symbol.iterator]()) as object,
  Object.getPrototypeOf(''[Symbol.iterator]()) as object,
];

/** Whether iterating is sure to run no code of the program: a built-in collection, or an iterator of one. */
function isBuiltIn(items: Iterable<unknown>): boolean {
  if (typeof items === 'string') return true;
  const prototype = builtIns.find((candidate) => Object.getPrototypeOf(items) === candidate);
  if (!prototype || Object.getOwnPropertyNames(items).length > 0) return false;
  return true;
}

/** An iterable that must be pulled one item at a time, each after the task ran on the one before. */
export class InStep<Item> implements Iterable<Item> {
  readonly isInStep = true;
  readonly #items: Iterable<Item>;

  constructor(items: Iterable<Item>) {
    this.#items = items;
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#items[Symbol.iterator]();
  }
}

/** Whether items must be pulled one at a time; the mark holds for both copies of the runtime. */
export function isInStep(items: Iterable<unknown>): boolean {
  return typeof items === 'object' && 'isInStep' in items;
}

/**
 * Items as `for..of` visits them, whatever they are. Built-in collections, iterators of them and iteration spaces may
 * be read ahead. Anything else may run code of the program at each step: its items are pulled one by one, and the task
 * runs on this thread in between, so that all happens in the order of a plain loop.
 */
export function inStep<Item>(items: Iterable<Item>): Iterable<Item> {
  const column = columnOf(items);
  if (column) return new Space<Item>(column);
  return isBuiltIn(items) ? items : new InStep(items);
}
