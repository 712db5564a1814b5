// Packing values for `postMessage`: the structured clone, mended as V8's serializer is on Node (see scan.ts).
import { mend } from '../../codec/mend.ts';
import { Scan, type Fixes } from '../../codec/scan.ts';
import type { Classes } from '../../types.ts';

/** A value on its way; cloning it is left to `postMessage`. */
export type Packed = readonly [root: readonly [unknown], fixes: Fixes];

/**
 * Packs a value.
 * @throws {TypeError} with the property path, when something in the value would be lost
 */
export function pack(value: unknown, classes: Classes, subject: string): Packed {
  const root: [unknown] = [value];
  const scan = new Scan(classes);
  const refusal = scan.visit(value, root, 0);
  if (!refusal) return [root, scan.fixes];
  const path = refusal.path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${key}`)).join('');
  throw new TypeError(`${subject}${path} can't be sent to another thread: it is ${refusal.reason}`);
}

/** The value out of a clone of what {@link pack} gave. */
export function unpack([root, fixes]: Packed, classes: Classes): unknown {
  return mend([root as unknown as unknown[], fixes], classes);
}
