// Parts: a list of values that are alike travels as what they consist of, numbers in blocks, at a fraction of what a
// clone of each value costs.
import {
  areNumbers,
  emptyList,
  everyElement,
  furtherKeys,
  hasHoles,
  isOpen,
  isOpenArray,
  isView,
  propertyOf,
  prototypeOf,
  types,
} from '../reflect.ts';
import { isPrimitive } from './scan.ts';

/** A list in parts: a block of numbers, a list of primitive values as it is, or plain objects or arrays by what they hold. */
export type Part = Block | readonly unknown[] | Records | Arrays;

type Block = Int32Array | Float64Array;

/** Objects that have the same keys in the same order: for each key, the values that they hold. */
interface Records {
  readonly keys: readonly PropertyKey[];
  readonly columns: readonly Part[];
}

/** Arrays: how long they are, and the elements of all of them, one after another. */
interface Arrays {
  readonly lengths: Int32Array;
  readonly elements: Part;
}

/** Elements for each array from which parts are cheaper than clones. */
const ENOUGH = 8;

/**
 * A list in parts, or undefined when it must travel as it is, since more than its parts could be told of it. Runs no
 * code of what it holds.
 */
export function split(list: readonly unknown[]): Part | undefined {
  try {
    return divide(list, new Set());
  } catch {
    // Nested too deep, or a revoked proxy.
    return undefined;
  }
}

/** @param seen the objects met so far: what stands in two places is one object on the other side too */
function divide(list: readonly unknown[], seen: Set<unknown>): Part | undefined {
  if (areNumbers(list)) return joinNumbers([list]);
  const [first] = list;
  if (Array.isArray(first)) return splitArrays(list, seen);
  return isPrimitive(first) ? splitPrimitives(list) : splitRecords(list, seen);
}

/** The list that was split; numbers may stay in their block. */
export function unite(part: Part): ArrayLike<unknown> {
  if ('columns' in part) return uniteRecords(part);
  return 'lengths' in part ? uniteArrays(part) : part;
}

/** The memory of the blocks in a part. */
export function buffersOf(part: Part): ArrayBuffer[] {
  if ('columns' in part) return part.columns.flatMap(buffersOf);
  if ('lengths' in part) return buffersOf(part.elements);
  return isView(part) ? [part.buffer as ArrayBuffer] : [];
}

function splitPrimitives(list: readonly unknown[]): Part | undefined {
  return list.every(isPrimitive) ? list : undefined;
}

function splitRecords(list: readonly unknown[], seen: Set<unknown>): Records | undefined {
  const keys = keysOf(list[0]);
  // An assignment to `__proto__` makes no property.
  if (!keys?.length || !keys.every((key) => typeof key === 'string' && key !== '__proto__')) return undefined;
  const columns = keys.map(() => emptyList(list.length));
  for (let at = 0; at < list.length; at++) {
    if (seen.has(list[at]) || !readRecord(list[at], at, keys, columns)) return undefined;
    seen.add(list[at]);
  }
  const parts: Part[] = [];
  for (const column of columns) {
    const part = divide(column, seen);
    if (!part) return undefined;
    parts.push(part);
  }
  return { keys, columns: parts };
}

/** The keys of a plain object; undefined for anything else. */
function keysOf(value: unknown): PropertyKey[] | undefined {
  if (typeof value !== 'object' || value === null || types.isProxy(value)) return undefined;
  if (prototypeOf(value) !== Object.prototype || !Object.isExtensible(value)) return undefined;
  return Reflect.ownKeys(value);
}

function readRecord(
  record: unknown,
  at: number,
  keys: readonly PropertyKey[],
  columns: unknown[][],
): boolean {
  const own = keysOf(record);
  if (own?.length !== keys.length) return false;
  return own.every((key, k) => {
    const property = propertyOf(record as object, key);
    if (key !== keys[k] || !isOpen(property)) return false;
    (columns[k] as unknown[])[at] = property.value;
    return true;
  });
}

function uniteRecords({ keys, columns }: Records): object[] {
  const lists = columns.map(unite);
  return Array.from(lists[0] as ArrayLike<unknown>, (_, at) => {
    const record: Record<PropertyKey, unknown> = {};
    for (let k = 0; k < keys.length; k++) record[keys[k] as PropertyKey] = lists[k]?.[at];
    return record;
  });
}

function splitArrays(list: readonly unknown[], seen: Set<unknown>): Arrays | undefined {
  if (!areArrays(list)) return undefined;
  if (totalOf(list) < ENOUGH * list.length) return undefined;
  for (const array of list) {
    if (!isPlainArray(array) || seen.has(array)) return undefined;
    seen.add(array);
  }
  const elements = list.every(areNumbers) ? joinNumbers(list) : splitElements(list, seen);
  return elements && { lengths: Int32Array.from(list, ({ length }) => length), elements };
}

/** Asked anything else, a proxy would run code. */
function areArrays(list: readonly unknown[]): list is readonly unknown[][] {
  return everyElement(list, (value) => Array.isArray(value) && !types.isProxy(value));
}

function splitElements(arrays: readonly unknown[][], seen: Set<unknown>): Part | undefined {
  const elements: unknown[] = [];
  for (const array of arrays) {
    if (hasHoles(array)) return undefined;
    for (const element of array) elements.push(element);
  }
  return divide(elements, seen);
}

/** Whether a new array of the same elements is its like. */
function isPlainArray(array: readonly unknown[]): boolean {
  return (
    prototypeOf(array) === Array.prototype &&
    Object.isExtensible(array) &&
    furtherKeys(array).length === 0 &&
    isOpenArray(array)
  );
}

function uniteArrays({ lengths, elements }: Arrays): unknown[][] {
  const all = unite(elements);
  if (isView(all)) return uniteNumbers(lengths, all as Block);
  let at = 0;
  return Array.from(lengths, (length) => {
    const array = emptyList(length);
    for (let k = 0; k < length; k++) array[k] = all[at++];
    return array;
  });
}

/** Arrays that V8 keeps as numbers: filled at a place where no others are. */
function uniteNumbers(lengths: Int32Array, numbers: Block): number[][] {
  let at = 0;
  return Array.from(lengths, (length) => {
    const array: number[] = [];
    for (const end = at + length; at < end; at++) array.push(numbers[at] as number);
    return array;
  });
}

function totalOf(lists: readonly (readonly unknown[])[]): number {
  return lists.reduce((sum, { length }) => sum + length, 0);
}

/** The numbers of all lists in one block. */
function joinNumbers(lists: readonly (readonly number[])[]): Block {
  const block = new (lists.every(areIntegers) ? Int32Array : Float64Array)(totalOf(lists));
  let at = 0;
  for (const list of lists) {
    block.set(list, at);
    at += list.length;
  }
  return block;
}

/** Not so for -0, which an integer loses. */
function areIntegers(numbers: readonly number[]): boolean {
  return everyElement(numbers, (value) => Object.is((value as number) | 0, value));
}
