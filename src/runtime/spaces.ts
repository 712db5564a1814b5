// Iteration spaces: iterables that are described, not built, so that a chunk of them travels as bounds.
import { hasHoles, isView, prototypeOf } from './reflect.ts';
import { lengthOf, readerOf, type Column } from './columns.ts';
import type { Space } from './types.ts';

/** A space: by index through its column, else by iteration. */
export class ItemSpace<Item> implements Space<Item> {
  /** The items by index, or undefined when a part can only be iterated. */
  readonly column: Column | undefined;
  readonly #iterate: () => Iterator<Item>;
  readonly #length: () => number | undefined;

  constructor(
    column: Column | undefined,
    iterate: () => Iterator<Item> = () => iterateColumn(column as Column) as Iterator<Item>,
    length: () => number | undefined = () => column && lengthOf(column),
  ) {
    this.column = column;
    this.#iterate = iterate;
    this.#length = length;
  }

  get length(): number | undefined {
    return this.#length();
  }

  [Symbol.iterator](): Iterator<Item> {
    return this.#iterate();
  }
}

function* iterateColumn(column: Column): Generator {
  const read = readerOf(column);
  // The length is read at each step, as an array's iterator does.
  for (let i = 0; i < lengthOf(column); i++) yield read(i);
}

const arrayIterator = Array.prototype[Symbol.iterator];
const viewIterator = Uint8Array.prototype[Symbol.iterator];

/**
 * The items as a column when they are known by index, as `for..of` would visit them.
 * @throws {TypeError} when they can't be iterated
 */
export function columnOf(items: Iterable<unknown>): Column | undefined {
  if (!isIterable(items)) throw new TypeError('items is not iterable');
  if (typeof items === 'string') return undefined;
  // `instanceof` would fail for a space of the other copy of the runtime (see shared.ts).
  if ('column' in items && !Array.isArray(items)) return (items as ItemSpace<unknown>).column;
  if (Array.isArray(items)) {
    return items[Symbol.iterator] === arrayIterator ? { kind: 'list', list: items } : undefined;
  }
  const isList = isView(items) && items[Symbol.iterator] === viewIterator;
  return isList ? { kind: 'list', list: items as unknown as ArrayLike<unknown> } : undefined;
}

function isIterable(items: unknown): boolean {
  return typeof (items as Partial<Iterable<unknown>> | null | undefined)?.[Symbol.iterator] === 'function';
}

/** Tuples of the items at equal places, as many as the shortest part has. */
export function zip<A, B>(a: Iterable<A>, b: Iterable<B>): Space<[A, B]>;
export function zip<A, B, C>(a: Iterable<A>, b: Iterable<B>, c: Iterable<C>): Space<[A, B, C]>;
export function zip<A, B, C, D>(
  a: Iterable<A>,
  b: Iterable<B>,
  c: Iterable<C>,
  d: Iterable<D>,
): Space<[A, B, C, D]>;
export function zip<Item>(...parts: Iterable<Item>[]): Space<Item[]>;
export function zip(...parts: Iterable<unknown>[]): Space<unknown[]> {
  const columns = parts.map(columnOf);
  if (parts.length > 0 && columns.every((column) => column !== undefined)) {
    return new ItemSpace({ kind: 'zip', parts: columns });
  }
  return new ItemSpace(undefined, () => iterateZip(parts));
}

function* iterateZip(parts: readonly Iterable<unknown>[]): Generator<unknown[]> {
  const iterators = parts.map(iterate);
  try {
    while (iterators.length > 0) {
      const tuple: unknown[] = [];
      for (const iterator of iterators) {
        const step = iterator.next();
        if (step.done) return;
        tuple.push(step.value);
      }
      yield tuple;
    }
  } finally {
    for (const iterator of iterators) iterator.return(undefined);
  }
}

/** Iterates as `for..of` does: what is no iterator throws as it does there, and one that is over or has thrown isn't closed. */
export function* iterate<Item>(items: Iterable<Item>): Generator<Item, void, void> {
  for (const item of items) yield item;
}

/** Pairs `[index, item]`, as `array.entries()` gives them. */
export function enumerate<Item>(items: Iterable<Item>): Space<[number, Item]> {
  const column = columnOf(items);
  if (column) return new ItemSpace({ kind: 'zip', parts: [indicesOf(column), column] });
  return new ItemSpace<[number, Item]>(undefined, () => iterateEntries(items));
}

/** The indices of a column's items in the array that it was made of. */
function indicesOf(column: Column): Column {
  if (column.kind === 'pick') return { kind: 'list', list: column.keys };
  return { kind: 'range', from: 0, step: 1, length: Infinity };
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
  return new ItemSpace<Item>(presentColumn(array)) as Space<Item> & { readonly length: number };
}

/** The names that `for (const name in object)` visits, inherited ones too; none of `null` and `undefined`. */
export function keysIn(object: unknown): string[] {
  const names: string[] = [];
  for (const name in object as object) names.push(name);
  return names;
}

/** The elements of an array as a column, without the holes. */
export function presentColumn(array: readonly unknown[]): Column {
  const part: Column = { kind: 'list', list: array, length: array.length };
  return hasHoles(array) ? { kind: 'pick', part, keys: presentKeys(array) } : part;
}

function presentKeys(array: readonly unknown[]): number[] {
  const keys: number[] = [];
  for (let i = 0; i < array.length; i++) if (i in array) keys.push(i);
  return keys;
}

const builtIns: readonly unknown[] = [Set.prototype, Map.prototype];

/** Whether iterating is sure to run no code of the program, and to leave nothing behind: a built-in collection. */
function isBuiltIn(items: Iterable<unknown>): boolean {
  if (typeof items === 'string') return true;
  return builtIns.includes(prototypeOf(items)) && Object.getOwnPropertyNames(items).length === 0;
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
  return (items as Partial<InStep<unknown>> | null | undefined)?.isInStep === true;
}

/**
 * Items as `for..of` visits them, whatever they are. Built-in collections and iteration spaces may be read ahead. Anything
 * else may run code of the program at each step, or is an iterator, of which a loop that ends early leaves the rest to
 * others: its items are pulled one by one, and the task runs on this thread in between, all in the order of a plain loop.
 */
export function inStep<Item>(items: Iterable<Item>): Iterable<Item> {
  const column = columnOf(items);
  if (column) return new ItemSpace<Item>(column);
  return isBuiltIn(items) ? items : new InStep(items);
}
