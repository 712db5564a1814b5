/**
 * Purpose: reads that surely see a value of their own iteration (array privatisation by covering writes).
 * Input: a read, and all events of the body.
 * Guarantee: the part of the read that is left out is written, in the same iteration and before it is read.
 *
 * Array kill analysis: Allen & Kennedy, section 11.2.2 and Tu & Padua, "Automatic array privatization", LCPC 1993.
 */
import type { Key, Polynomial } from '../../model/index.ts';
import type { BodyFlow, Counter, MemoryEvent } from './events.ts';
import type { Domain } from './positivity.ts';
import type { LoopContext } from './subscripts.ts';
import { add, constant, constantValue, isEqual, splitLinear, subtract, variablesOf } from './polynomial.ts';
import { factsOfBounds, isSurelyPositive } from './positivity.ts';
import { isSameRoot } from './places.ts';

/** The part of a read that may see values of earlier iterations: the event, perhaps with narrower loops; undefined for none. */
export function restrictByKills(
  read: MemoryEvent,
  flow: BodyFlow,
  loop: LoopContext,
): MemoryEvent | undefined {
  if (hasReplacedContainer(read, flow)) return read;
  let exposed = read;
  for (const write of flow.memory) {
    if (write.access.kind !== 'write' || write.conditional || !isCandidate(write, read)) continue;
    if (write.position < read.position && isOverwritten(write, read, loop)) return undefined;
    exposed = afterFirst(write, exposed);
  }
  return exposed;
}

/** Whether the body stores another object on the way to the one that is read (`rows[y] = other`). */
function hasReplacedContainer(read: MemoryEvent, flow: BodyFlow): boolean {
  return flow.memory.some(
    ({ access, path }) =>
      access.kind === 'write' &&
      path.length < read.path.length &&
      isSameRoot(access.place, read.access.place),
  );
}

/** Same variable, same depth. */
function isCandidate(write: MemoryEvent, read: MemoryEvent): boolean {
  return isSameRoot(write.access.place, read.access.place) && write.path.length === read.path.length;
}

function isOverwritten(write: MemoryEvent, read: MemoryEvent, loop: LoopContext): boolean {
  const own = write.counters.filter((counter) => !read.counters.includes(counter));
  const differing = write.path.flatMap((key, d) => (isSameKey(key, read.path[d]) ? [] : [d]));
  if (own.length === 0) return differing.length === 0;
  const [counter] = own;
  const [dimension] = differing;
  if (own.length !== 1 || differing.length > 1 || !counter || dimension === undefined) return false;
  return isCovered(counter, write.path[dimension], read, dimension, loop);
}

function isSameKey(a: Key, b: Key | undefined): boolean {
  if (a.kind === 'name') return b?.kind === 'name' && a.name === b.name;
  return a.kind === 'index' && b?.kind === 'index' && isEqual(a.subscript, b.subscript);
}

/** A complete loop writes every key from `rest` to `rest + last`; the read stays inside. */
function isCovered(
  counter: Counter,
  written: Key | undefined,
  read: MemoryEvent,
  dimension: number,
  loop: LoopContext,
): boolean {
  const key = read.path[dimension];
  if (written?.kind !== 'index' || key?.kind !== 'index' || !counter.last) return false;
  const split = splitLinear(written.subscript, counter.symbol);
  if (!split || constantValue(split.coefficient) !== 1) return false;
  const variables = [...read.counters].reverse().concat(loop.iteration);
  const domain: Domain = { variables, facts: () => [...loop.facts, ...factsOfBounds(variables)] };
  const fromStart = subtract(key.subscript, split.rest);
  const toEnd = subtract(counter.last, fromStart);
  return [fromStart, toEnd].every((p) => isSurelyPositive(add(p, constant(1)), domain));
}

/**
 * In an inner loop that writes `a[m + c]` and reads `a[m + c - s]`, all reads but the first s see a write of the same run of that
 * loop.
 */
function afterFirst(write: MemoryEvent, read: MemoryEvent): MemoryEvent {
  const counter = read.counters.at(-1);
  if (!counter || write.counters.length !== read.counters.length) return read;
  if (!write.counters.every((c, i) => c.symbol === read.counters[i]?.symbol)) return read;
  const shift = shiftAlong(counter, write, read);
  if (shift === undefined || shift < 1) return read;
  const narrowed = { ...counter, bounds: [{ limit: constant(shift - 1), divisor: 1 }, ...counter.bounds] };
  return { ...read, counters: [...read.counters.slice(0, -1), narrowed] };
}

/** By how many iterations of the inner loop the read lags behind the write, when it is the same in every dimension. */
function shiftAlong(counter: Counter, write: MemoryEvent, read: MemoryEvent): number | undefined {
  const shifts = write.path.map((key, d) => keyShift(counter, key, read.path[d]));
  const moving = shifts.filter((shift) => shift !== 'none');
  return moving.length === 1 && moving[0] !== undefined ? moving[0] : undefined;
}

function keyShift(counter: Counter, written: Key, read: Key | undefined): number | 'none' | undefined {
  if (isSameKey(written, read) && !mentions(written, counter)) return 'none';
  if (written.kind !== 'index' || read?.kind !== 'index') return undefined;
  const split = splitLinear(written.subscript, counter.symbol);
  const step = split && constantValue(split.coefficient);
  const lead: Polynomial = subtract(written.subscript, read.subscript);
  const value = constantValue(lead);
  if (step === undefined || step === 0 || value === undefined) return undefined;
  return Number.isInteger(value / step) ? value / step : undefined;
}

function mentions(key: Key, counter: Counter): boolean {
  return key.kind === 'index' && variablesOf(key.subscript).includes(counter.symbol);
}
