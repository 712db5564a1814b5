// Sources: the items of one call, known by index or pulled from an iterator as they are needed.
import { lengthOf, readerOf, type Column, type Reader } from './columns.ts';
import { columnOf, isInStep, iterate, presentColumn } from './spaces.ts';
import type { Space } from './types.ts';

/** The items of one call. */
export interface Source {
  /** The number of items, or undefined while it isn't known. */
  readonly total: number | undefined;
  /** Makes items available up to `count`, and says how many are; fewer than `count` only at the end. */
  ensure(count: number): number;
  /** An available item that wasn't released. */
  readonly get: Reader;
  /** Says that the items before `index` aren't needed again. */
  release(index: number): void;
  /** Throws what the iterator threw, once all items before that were given. */
  end(): void;
  /** Ends the iteration early, as leaving a `for..of` does. */
  close(): void;
  /** The items by index, where they are known so. */
  readonly column: Column | undefined;
  /** Whether an item may be pulled only when the task ran on the one before. */
  readonly isInStep: boolean;
}

/** Items of which the number is known. */
export type FixedSource = Source & { readonly total: number };

/**
 * All items, known at the start: an iterable that isn't indexed is drained.
 * @throws {RangeError} when no array could hold the items
 */
export function fixedSource(items: Iterable<unknown>): FixedSource {
  const column = columnOf(items);
  if ((items as Partial<Space<unknown>>).length === Infinity) throw new RangeError('Invalid array length');
  return new ColumnSource(column ?? { kind: 'list', list: [...items] }, true);
}

/** The elements that array methods visit, or all items of another iterable. */
export function visitedSource(items: Iterable<unknown>): Source {
  if (isInStep(items)) return pullSource(items, true);
  return Array.isArray(items) ? new ColumnSource(presentColumn(items), true) : fixedSource(items);
}

/** Items as `for..of` meets them: an array that grows on the way is followed, an iterator is pulled bit by bit. */
export function streamSource(items: Iterable<unknown>): Source {
  const column = columnOf(items);
  return column ? new ColumnSource(column, false) : pullSource(items, false);
}

class ColumnSource implements FixedSource {
  readonly column: Column;
  readonly get: Reader;
  readonly isInStep = false;
  readonly #fixed: number;

  constructor(column: Column, isFixed: boolean) {
    this.column = column;
    this.get = readerOf(column);
    this.#fixed = isFixed ? lengthOf(column) : -1;
  }

  get total(): number {
    return this.#fixed < 0 ? lengthOf(this.column) : this.#fixed;
  }

  ensure(count: number): number {
    return Math.min(count, this.total);
  }

  release(): void {
    // The items are the user's.
  }

  end(): void {
    // Nothing runs that could throw.
  }

  close(): void {
    // Nothing was opened.
  }
}

/** Items that are pulled when they are asked for; all of them are kept when `isKept` says so. */
function pullSource(iterable: Iterable<unknown>, isKept: boolean): Source {
  const iterator = iterate(iterable);
  const items = new Map<number, unknown>();
  let pulled = 0;
  let released = 0;
  let done = false;
  let failure: { readonly error: unknown } | undefined;
  return {
    get total() {
      return done ? pulled : undefined;
    },
    column: undefined,
    isInStep: isInStep(iterable),
    ensure(count) {
      while (!done && pulled < count) {
        try {
          const step = iterator.next();
          done = step.done ?? false;
          if (!done) items.set(pulled++, step.value);
        } catch (error) {
          done = true;
          failure = { error };
        }
      }
      return Math.min(count, pulled);
    },
    get: (index) => items.get(index),
    release(index) {
      while (!isKept && released < index) items.delete(released++);
    },
    end() {
      if (failure) throw failure.error;
    },
    close() {
      done = true;
      iterator.return(undefined);
    },
  };
}
