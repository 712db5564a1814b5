// What it takes to send something to another thread, told from samples: reading all of it would cost as much as sending it.
import { isView, prototypeOf } from './reflect.ts';

/** Milliseconds for a value in an object or array: to look at it, to write it, and to read it again. */
const VALUE = 2e-4;
/** Milliseconds for an object, beside its values. */
const OBJECT = 1e-3;
/** Milliseconds for a byte of text or of a typed array. */
const BYTE = 3e-7;
/** Values of a large object or array that are looked at. */
const SAMPLES = 16;
/** Deeper than this, nothing is added: what is so deep is small, or goes round in circles. */
const DEEPEST = 6;

/** Estimated milliseconds of work, on both sides together, to send a value by a structured clone. Runs no code of the value's. */
export function estimateTransport(value: unknown, depth = 0): number {
  if (typeof value === 'string') return VALUE + value.length * BYTE;
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return VALUE;
  if (isView(value)) return OBJECT + value.byteLength * BYTE;
  const prototype: unknown = prototypeOf(value);
  if (prototype === Map.prototype || prototype === Set.prototype)
    for (const one of value as Set<unknown>)
      return OBJECT + (value as Set<unknown>).size * estimateTransport(one, depth + 1);
  const keys = Array.isArray(value) ? value : Object.keys(value);
  const count = Math.min(SAMPLES, keys.length);
  let sum = 0;
  for (let n = 0; n < count; n++) {
    const at = Math.floor((n * keys.length) / count);
    const key = keys === value ? at : (keys[at] as string);
    sum += estimateTransport(Object.getOwnPropertyDescriptor(value, key)?.value, depth + 1);
  }
  return OBJECT + (count && (sum / count) * keys.length);
}
