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
  const where = total === undefined ? `item ${index}` : `item ${index} of ${total}`;
  const line = `\n    at ${where} in ${name}`;
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
