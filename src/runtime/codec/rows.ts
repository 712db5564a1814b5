// Rows: a list of plain objects that have the same keys travels by column, at a third of what a clone of each costs.
import { propertyOf, prototypeOf } from '../reflect.ts';
import { types } from 'node:util';
import { isPrimitive } from './scan.ts';

/** The keys of all objects of a list, in order, and for each key the values that they hold. */
export interface Rows {
  readonly keys: readonly PropertyKey[];
  readonly columns: readonly ArrayLike<unknown>[];
}

/**
 * A list by column, or undefined when it must travel as it is: when its elements are anything but plain objects, each
 * of its own, with the same keys in the same order and nothing but primitive values. Runs no code of theirs.
 */
export function rowsOf(list: readonly unknown[]): Rows | undefined {
  const keys = keysOf(list[0]);
  // An assignment to `__proto__` makes no property.
  if (
    list.length < 2 ||
    !keys?.length ||
    !keys.every((key) => typeof key === 'string' && key !== '__proto__')
  )
    return undefined;
  const columns = keys.map(() => new Array<unknown>(list.length));
  for (let at = 0; at < list.length; at++) if (!readRow(list[at], at, keys, columns)) return undefined;
  // What stands there twice is one object on the other side too.
  if (new Set(list).size < list.length) return undefined;
  return { keys, columns: columns.map(packColumn) };
}

/** The keys of a plain object; undefined for anything else. */
function keysOf(row: unknown): PropertyKey[] | undefined {
  if (typeof row !== 'object' || row === null || types.isProxy(row)) return undefined;
  if (prototypeOf(row) !== Object.prototype || !Object.isExtensible(row)) return undefined;
  return Reflect.ownKeys(row);
}

function readRow(row: unknown, at: number, keys: readonly PropertyKey[], columns: unknown[][]): boolean {
  const own = keysOf(row);
  if (own?.length !== keys.length) return false;
  return own.every((key, k) => {
    const property = propertyOf(row as object, key);
    const { enumerable, writable, configurable } = property;
    // An accessor is neither.
    if (key !== keys[k] || !(enumerable && writable && configurable)) return false;
    (columns[k] as unknown[])[at] = property.value;
    return isPrimitive(property.value);
  });
}

function packColumn(values: unknown[]): ArrayLike<unknown> {
  return values.every((value) => typeof value === 'number') ? Float64Array.from(values) : values;
}

/** The objects that a list was made of, anew. */
export function objectsOf({ keys, columns }: Rows): object[] {
  return Array.from(columns[0] as ArrayLike<unknown>, (_, at) => {
    const row: Record<string, unknown> = {};
    for (let k = 0; k < keys.length; k++) row[keys[k] as string] = columns[k]?.[at];
    return row;
  });
}
