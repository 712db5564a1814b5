// Columns: items that are known by index, so that a chunk of them travels as two numbers.
import { areNumbers, builtInKind, elementOf, isView, types } from './reflect.ts';

/** A column of items in terms that can be sent to a worker. */
export type Column =
  | { readonly kind: 'range'; readonly from: number; readonly step: number; readonly length: number }
  | { readonly kind: 'list'; readonly list: ArrayLike<unknown>; readonly length?: number }
  | { readonly kind: 'pick'; readonly part: Column; readonly keys: ArrayLike<number> }
  | { readonly kind: 'zip'; readonly parts: readonly Column[] };

/** The item at an index. */
export type Reader = (index: number) => unknown;

/** The number of items. A list without a fixed length is as long as it is now. */
export function lengthOf(column: Column): number {
  switch (column.kind) {
    case 'range':
      return column.length;
    case 'list':
      return column.length ?? column.list.length;
    case 'pick':
      return column.keys.length;
    case 'zip':
      return Math.min(...column.parts.map(lengthOf));
  }
}

/** The function that gives the item at an index; tuples are built anew at each call. */
export function readerOf(column: Column): Reader {
  switch (column.kind) {
    case 'range': {
      const { from, step } = column;
      return (index) => from + index * step;
    }
    case 'list':
      return listReader(column);
    case 'pick': {
      const read = readerOf(column.part);
      const { keys } = column;
      return (index) => read(keys[index] as number);
    }
    case 'zip':
      return zipReader(column.parts.map(readerOf));
  }
}

/** Lists of numbers are read at a place of their own: see `everyElement`. (A minifier would make one of two that look the same.) */
function listReader(column: { readonly list: ArrayLike<unknown> }): Reader {
  const { list } = column;
  let read: Reader = (index) => {
    const first = elementOf(list, index);
    read = typeof first === 'number' ? (place) => list[place] : (place) => column.list[place];
    return first;
  };
  return (index) => read(index);
}

function zipReader(readers: readonly Reader[]): Reader {
  const [first, second] = readers;
  if (readers.length === 2 && first && second) return (index) => [first(index), second(index)];
  return (index) => readers.map((read) => read(index));
}

/**
 * The same column with every list of numbers in shared memory, or undefined when a list holds anything else.
 * `Float64Array` keeps -0 and NaN; a hole reads as undefined, so a list with holes is not one of numbers.
 */
export function shareColumn(column: Column): Column | undefined {
  switch (column.kind) {
    case 'range':
      return column;
    case 'list': {
      const list = shareNumbers(column.list, lengthOf(column));
      return list && { kind: 'list', list, length: list.length };
    }
    case 'pick': {
      const part = shareColumn(column.part);
      const keys = part && shareNumbers(column.keys, column.keys.length);
      return keys && { kind: 'pick', part, keys: keys as ArrayLike<number> };
    }
    case 'zip': {
      const parts = column.parts.map(shareColumn);
      return parts.every((part) => part !== undefined) ? { kind: 'zip', parts } : undefined;
    }
  }
}

function shareNumbers(list: ArrayLike<unknown>, length: number): ArrayLike<unknown> | undefined {
  if (isView(list)) return shareView(list as unknown as Float64Array, length);
  const numbers = length === list.length ? list : (Array.prototype.slice.call(list, 0, length) as unknown[]);
  if (!areNumbers(numbers)) return undefined;
  const copy = new Float64Array(new SharedArrayBuffer(length * 8));
  copy.set(numbers);
  return copy;
}

function shareView(view: Float64Array, length: number): ArrayLike<unknown> {
  const Kind = builtInKind(view);
  const own = new Kind(view.buffer, view.byteOffset, length);
  if (types.isSharedArrayBuffer(view.buffer)) return own;
  const copy = new Kind(new SharedArrayBuffer(own.byteLength));
  copy.set(own);
  return copy;
}
