// Errors on their way from a worker to the caller's `catch`.
import { wasReceived } from './codec/mend.ts';
import { pack, type Packed } from './codec/pack.ts';
import { isPrimitive, objectsIn } from './codec/scan.ts';
import { DomError } from './realm.ts';
import type { Classes } from './types.ts';

/** Packs what a task threw; undefined when something of it would be lost. */
export function packError(error: unknown, classes: Classes): Packed | undefined {
  try {
    return pack(error, classes, () => 'error');
  } catch {
    return undefined;
  }
}

/** Whether what a task threw may be, or hold, an object that it was given: whoever catches it can compare it with that. */
export function mayBeGiven(error: unknown, classes: Classes): boolean {
  if (isPrimitive(error)) return false;
  return !(error instanceof Error) || wasReceived(error) || objectsIn(error, classes).size > 1;
}

/** Adds the line `at item 17 of 200 in renderRow` to an error's stack, once. */
export function locateError(error: unknown, index: number, total: number | undefined, name: string): unknown {
  const line = `\n    at item ${index}${total === undefined ? '' : ` of ${total}`} in ${name}`;
  try {
    if (error instanceof Error && typeof error.stack === 'string' && !error.stack.includes(line))
      error.stack += line;
  } catch {
    // An error that is frozen, or whose stack is a getter that throws, keeps what it has.
  }
  return error;
}

/** The error of a time limit. */
export function timeoutError(message: string): Error {
  return new DomError(message, 'TimeoutError');
}

/**
 * A count, if it is one.
 * @throws {RangeError} when it is not an integer from 1 to `most`
 */
export function checkCount(count: number, name: string, most: number): number {
  if (Number.isInteger(count) && count >= 1 && count <= most) return count;
  throw new RangeError(`${name} must be an integer from 1 to ${most}, got ${count}`);
}
