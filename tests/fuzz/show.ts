/** A value as text, to the last detail that a program could see: kinds, prototypes, order of keys, -0, holes and which objects are the same. */

/** @param items the loop's items: where one of them stands, its index is shown, so that lost identity shows */
export function show(items: unknown, value: unknown, seen: unknown[] = []): string {
  if (typeof value === 'function') return `function ${show(items, attempt(value as () => unknown), seen)}`;
  if (typeof value !== 'object' || value === null) {
    return Object.is(value, -0) ? '-0' : `${typeof value} ${String(value)}`;
  }
  const at = Array.isArray(items) ? items.indexOf(value) : -1;
  if (at >= 0) return `item ${at}`;
  if (seen.includes(value)) return `same ${seen.indexOf(value)}`;
  seen.push(value);
  return `${nameOf(value)}${closed(value)} ${showInside(items, value, seen)}`;
}

function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    return error;
  }
}

function nameOf(value: object): string {
  const prototype = Object.getPrototypeOf(value) as { constructor: { name: string } } | null;
  return prototype === null ? 'null' : prototype.constructor.name;
}

function closed(value: object): string {
  return Object.isFrozen(value) && !ArrayBuffer.isView(value) ? ' frozen' : '';
}

function showInside(items: unknown, value: object, seen: unknown[]): string {
  if (value instanceof Map || value instanceof Set) return show(items, [...(value as Set<unknown>)], seen);
  // The text of V8's own errors names variables, which a rewrite may change.
  const isNative =
    value instanceof TypeError && /not (iterable|a function)|undefined|null/.test(value.message);
  if (isNative) return 'native';
  if (value instanceof RegExp) return `${String(value)} ${value.lastIndex}`;
  if (value instanceof Date) return String(value.getTime());
  if (typeof (value as { next?: unknown }).next === 'function') return 'iterator';
  const keys = Reflect.ownKeys(value).filter((key) => key !== 'stack');
  const parts = keys.map((key) => `${String(key)}: ${showProperty(items, value, key, seen)}`);
  return `{${parts.join(', ')}}`;
}

function showProperty(items: unknown, value: object, key: string | symbol, seen: unknown[]): string {
  const { get, enumerable } = Object.getOwnPropertyDescriptor(value, key) ?? {};
  const text = get ? 'getter' : show(items, (value as Record<string | symbol, unknown>)[key], seen);
  return enumerable === true || key === 'length' ? text : `hidden ${text}`;
}
