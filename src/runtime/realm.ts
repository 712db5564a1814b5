// The realm that this code runs in: test runners (Jest) run programs in a context with globals of its own, and not all.
import { deserialize, serialize } from 'node:v8';

/** `DOMException`, which Jest before 28 leaves out; a stand-in is never met outside this code. */
export const DomError: typeof DOMException =
  (globalThis as { DOMException?: typeof DOMException }).DOMException ??
  (class extends Error {} as unknown as typeof DOMException);

/** Whether values that were sent would come back as those of another realm: `instanceof Array` would be false. */
export const isForeign = Object.getPrototypeOf(deserialize(serialize({}))) !== Object.prototype;
