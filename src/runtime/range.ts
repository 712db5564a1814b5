// range: the numbers that a counting loop goes through, exactly.
import type { Column } from './columns.ts';
import { ItemSpace } from './spaces.ts';
import type { Space } from './types.ts';

/** Integers up to here, and the products of an index and a step that lead to them, are exact. */
const EXACT = Number.MAX_SAFE_INTEGER;
/** Most items that an array can hold. */
const MOST = 2 ** 32 - 1;

/**
 * What `for (let i = from; i < to; i += step)` counts (`i > to` for a negative step), whatever the bounds are:
 * fractions by repeated addition, nothing where the loop wouldn't begin, and no end where the loop has none. `length`
 * is `Infinity` when no array could hold the numbers.
 */
export function range(from: number, to: number, step = 1): Space<number> & { readonly length: number } {
  const column = countedColumn(from, to, step);
  if (column) return new ItemSpace<number>(column) as Space<number> & { readonly length: number };
  return new ItemSpace<number>(
    undefined,
    () => count(from, to, step),
    () => countLength(from, to, step),
  ) as Space<number> & { readonly length: number };
}

/** The range by index, where `from + index * step` is exact at each index. */
function countedColumn(from: number, to: number, step: number): Column | undefined {
  if (!Number.isSafeInteger(from) || !Number.isSafeInteger(step) || Object.is(from, -0)) return undefined;
  // An integer is below a bound when it is below the next integer.
  const bound = step > 0 ? Math.ceil(numberOf(to)) : Math.floor(numberOf(to));
  const way = step > 0 ? bound - from : from - bound;
  if (step === 0 || !(Math.abs(bound) <= EXACT) || Math.abs(way) > EXACT) return undefined;
  return { kind: 'range', from, step, length: Math.max(0, Math.ceil(way / Math.abs(step))) };
}

/** A bound as `<` takes it: programs without types may give a string, a bigint or a date. */
function numberOf(bound: unknown): number {
  return Number(bound);
}

/** The loop itself, written as programs write it: `i++` makes a number of what isn't one yet, `i += 2` may join strings. */
function* count(from: number, to: number, step: number): Generator<number> {
  if (step === 1) for (let i = from; i < to; i++) yield i;
  else if (step === -1) for (let i = from; i > to; i--) yield i;
  else if (step < 0) for (let i = from; i > to; i -= -step) yield i;
  else for (let i = from; i < to; i += step) yield i;
}

function countLength(from: number, to: number, step: number): number {
  if (typeof from === 'number' && (numberOf(to) - from) / step > MOST) return Infinity;
  let length = 0;
  let last: number | undefined;
  for (const i of count(from, to, step)) {
    // Beyond 2 ** 53 a step may lead nowhere.
    if (i === last || ++length > MOST) return Infinity;
    last = i;
  }
  return length;
}
