// The realm that this code runs in: test runners (Jest) run programs in a context with globals of its own, and not all.
import { isView, propertyOf, prototypeOf } from './reflect.ts';
import { builtin } from './builtin.ts';
import { ERRORS } from './codec/error-classes.ts';

/** `DOMException`, which Jest before 28 leaves out; a stand-in is never met outside this code. */
export const DomError: typeof DOMException =
  (globalThis as { DOMException?: typeof DOMException }).DOMException ??
  (class extends Error {} as unknown as typeof DOMException);

/** One of each kind of object that V8's serializer makes. */
const SAMPLES: readonly object[] = [
  ...[{}, [], new Map(), new Set(), new Date(), /a/, new ArrayBuffer(1)],
  ...[1, '', true, 1n].map((primitive) => Object(primitive) as object),
  ...ERRORS.map((type) => new type()),
];

/** The prototypes of this realm by those of the realm that received values belong to, where the two differ. */
const ours = new Map<unknown, object>();
const { deserialize, serialize } = builtin('v8');
(deserialize(serialize(SAMPLES)) as object[]).forEach((received, k) => {
  const prototype = prototypeOf(SAMPLES[k]) as object;
  const other = prototypeOf(received) as object;
  if (other !== prototype) ours.set(other, prototype);
});

/** Makes a value that was received, and all it refers to, one of this realm: `instanceof Array` holds again. */
export function adopt(value: unknown, seen = new Set()): void {
  if (ours.size === 0 || typeof value !== 'object' || value === null || seen.has(value)) return;
  seen.add(value);
  const prototype = ours.get(prototypeOf(value));
  if (prototype) Object.setPrototypeOf(value, prototype);
  if (isView(value)) return;
  for (const key of Reflect.ownKeys(value)) {
    adopt(propertyOf(value, key).value, seen);
  }
  if (value instanceof Map || value instanceof Set) {
    for (const [key, held] of value.entries()) {
      adopt(key, seen);
      adopt(held, seen);
    }
  }
}
