// Mending an unpacked value: what V8's serializer lost is put back (see scan.ts).
import type { Classes } from '../types.ts';
import { errorClasses, MADE } from './kinds.ts';
import type { Fixes } from './scan.ts';

/** Mends the copies in place, and gives the value that stands in `root`. */
export function mend([root, fixes]: [unknown[], Fixes], classes: Classes): unknown {
  const made = fixes.made.map(([name, [first = '', second]]) => MADE[name].make(first, second));
  for (const [parent, key, index] of fixes.places)
    (parent as Record<string | number, unknown>)[key] = made[index];
  for (const [collection, entries] of fixes.filled) fill(collection as Map<unknown, unknown>, entries);
  for (const [object, name] of fixes.prototypes) Object.setPrototypeOf(object, prototypeOf(name, classes));
  for (const [error, name, entries] of fixes.errors) mendError(error, prototypeOf(name, classes), entries);
  for (const [expression, lastIndex] of fixes.lastIndices) expression.lastIndex = lastIndex;
  for (const [object, level] of fixes.closed) {
    (level === 3 ? Object.freeze : level === 2 ? Object.seal : Object.preventExtensions)(object);
  }
  return root[0];
}

function prototypeOf(name: string | null, classes: Classes): object | null {
  if (name === null) return null;
  const type = classes[name] ?? errorClasses.get(name);
  if (!type) throw new TypeError(`the class ${name} is not among the task's classes on this side`);
  return type.prototype;
}

function fill(collection: Map<unknown, unknown> | Set<unknown>, entries: unknown[][]): void {
  collection.clear();
  for (const [key, value] of entries) {
    if (collection instanceof Map) collection.set(key, value);
    else collection.add(key);
  }
}

/** The errors that came from another thread. */
const received = new WeakSet<object>();

export function wasReceived(error: object): boolean {
  return received.has(error);
}

function mendError(error: object, prototype: object | null, entries: [string, unknown, boolean][]): void {
  received.add(error);
  Object.setPrototypeOf(error, prototype);
  const wanted = new Set(entries.map(([key]) => key));
  for (const key of Object.getOwnPropertyNames(error)) {
    if (!wanted.has(key)) Reflect.deleteProperty(error, key);
  }
  for (const [key, value, enumerable] of entries) {
    Object.defineProperty(error, key, { value, enumerable, writable: true, configurable: true });
  }
}
