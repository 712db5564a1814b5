// What it takes to send something to another thread, told from samples: reading all of it would cost as much as sending it.
import { lengthOf, type Column } from './columns.ts';
import { isView, propertyOf, prototypeOf, types, type Property } from './reflect.ts';

/** Milliseconds for a value in an object or array: to look at it, to write it, and to read it again. */
const VALUE = 2e-4;
/** Milliseconds for a number among items or results, which travel in blocks. */
export const NUMBER = 5e-5;
/** Milliseconds for an object, beside its values. */
const OBJECT = 1e-3;
/** Milliseconds for a byte of text or of a typed array. */
const BYTE = 3e-7;
/** Values of a large object or array that are looked at; of what stands in those, fewer. */
const SAMPLES = 16;
/** Deeper than this, nothing is added: what is so deep is small, or goes round in circles. */
const DEEPEST = 6;

/**
 * Estimated milliseconds of work, on both sides together, to send a value. Runs no code of the value's.
 * @param number milliseconds for a number in an array of nothing else
 */
export function estimateTransport(value: unknown, number = VALUE, depth = 0): number {
  if (typeof value === 'string') return VALUE + value.length * BYTE;
  if (typeof value !== 'object' || value === null || depth > DEEPEST || types.isProxy(value)) return VALUE;
  if (isView(value)) return OBJECT + value.byteLength * BYTE;
  if (Array.isArray(value)) return OBJECT + estimateElements(value, value.length, number, depth);
  const prototype: unknown = prototypeOf(value);
  if (prototype === Map.prototype || prototype === Set.prototype)
    for (const one of value as Set<unknown>)
      return OBJECT + (value as Set<unknown>).size * estimateTransport(one, number, depth + 1);
  const keys = Object.keys(value);
  const samples = placesIn(keys.length, depth).map((at) => valueOf(value, keys[at] as string));
  return OBJECT + estimateAll(samples, keys.length, number, depth);
}

/** As {@link estimateTransport}, for the items of a column, each of them once. */
export function estimateColumn(column: Column): number {
  switch (column.kind) {
    case 'range':
      return 0;
    case 'list':
      return isView(column.list)
        ? column.list.byteLength * BYTE
        : estimateElements(column.list, lengthOf(column), NUMBER, 0);
    case 'pick':
      return (estimateColumn(column.part) * lengthOf(column)) / Math.max(1, lengthOf(column.part));
    case 'zip':
      return column.parts.reduce((sum, part) => sum + estimateColumn(part), 0);
  }
}

function estimateElements(list: ArrayLike<unknown>, length: number, number: number, depth: number): number {
  const values = placesIn(length, depth).map((at) => valueOf(list, at));
  if (values.every((value) => typeof value === 'number')) return length * number;
  return estimateAll(values, length, number, depth);
}

/** An own property's value; undefined where there is none. */
function valueOf(object: object, key: PropertyKey): unknown {
  return (propertyOf(object, key) as Property | undefined)?.value;
}

/** Places among `count` that lie apart. */
function placesIn(count: number, depth: number): number[] {
  const samples = Math.min(Math.max(2, SAMPLES >> (2 * depth)), count);
  return Array.from({ length: samples }, (_, n) => Math.floor((n * count) / samples));
}

/** What `count` values cost, told from samples of them. */
function estimateAll(samples: readonly unknown[], count: number, number: number, depth: number): number {
  if (count === 0) return 0;
  const sum = samples.reduce(
    (total: number, value) => total + estimateTransport(value, number, depth + 1),
    0,
  );
  return (sum / samples.length) * count;
}
