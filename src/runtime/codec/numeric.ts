// Arrays of numbers as V8 keeps them best. Its deserializer makes arrays of objects of them, with which code that reads
// them over and over (the rows of a matrix) takes two to three times as long.
import { areNumbers, isView, prototypeOf, types } from '../reflect.ts';

/** Shorter arrays aren't worth it. */
const LEAST = 8;

type Holder = Record<PropertyKey, unknown>;

/** Where an array of numbers stands, and what takes its place. */
type Slot = readonly [Holder, PropertyKey, readonly number[]];

/**
 * Puts arrays that V8 keeps as numbers in the place of all arrays of numbers of a value that was just deserialized; what stands
 * in two places stays one object. Gives the value; as it was, where something in it holds others in a way of its own.
 */
export function keepNumbers(value: unknown): unknown {
  const root: Holder = { value };
  const slots: Slot[] = [];
  if (findSlots(root, slots, new Map())) for (const [holder, key, copy] of slots) holder[key] = copy;
  return root.value;
}

/** @param met the objects met so far, with the copies of those that are arrays of numbers */
function findSlots(holder: Holder, slots: Slot[], met: Map<object, number[] | undefined>): boolean {
  for (const key of Array.isArray(holder) ? holder.keys() : Object.keys(holder)) {
    const held = holder[key];
    if (typeof held !== 'object' || held === null) continue;
    const isHolder = Array.isArray(held) || prototypeOf(held) === Object.prototype;
    if (!isHolder && !holdsNothing(held)) return false;
    const isNew = !met.has(held);
    if (isNew) met.set(held, copyOf(held));
    const copy = met.get(held);
    if (copy) slots.push([holder, key, copy]);
    if (isNew && !copy && isHolder && !findSlots(held as Holder, slots, met)) return false;
  }
  return true;
}

function holdsNothing(value: object): boolean {
  const { isDate, isRegExp, isAnyArrayBuffer, isBoxedPrimitive } = types;
  return [isView, isDate, isRegExp, isAnyArrayBuffer, isBoxedPrimitive].some((is) => is(value));
}

function copyOf(value: object): number[] | undefined {
  if (!Array.isArray(value) || value.length < LEAST) return undefined;
  if (!areNumbers(value)) return undefined;
  const copy: number[] = [];
  for (const number of value) copy.push(number);
  return copy;
}
