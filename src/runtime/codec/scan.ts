// Scanning a value before it is packed: what V8's serializer would lose is noted, what can't cross is refused.
import {
  everyElement,
  furtherKeys,
  isLong,
  propertyOf,
  prototypeOf,
  types,
  type Property,
} from '../reflect.ts';
import type { Classes } from '../types.ts';
import { hasOwnProperties } from './view-keys.ts';
import { baseKindOf, kindOf, MADE, type Kind, type MadeName } from './kinds.ts';

/** Why a value can't be sent, and where it stands: the keys from the outermost value to it. */
export interface Refusal {
  readonly reason: string;
  readonly path: (string | number)[];
}

/**
 * What V8's serializer loses of a value. Every object here stands in the value as well, and is packed together with
 * it, so the receiver finds its copy and mends it.
 */
export interface Fixes {
  /** Objects whose prototype is that of a class, by name, or null. */
  readonly prototypes: [object, string | null][];
  /** Errors with their own properties: key, value, enumerable. */
  readonly errors: [object, string, [string, unknown, boolean][]][];
  /** Objects made anew: their class and the strings to make them of. */
  readonly made: [MadeName, string[]][];
  /** Where made objects stand: the object, the key, the index into `made`. */
  readonly places: [object, string | number, number][];
  /** Maps and sets that hold made objects, and all their entries. */
  readonly filled: [object, unknown[][]][];
  readonly lastIndices: [RegExp, number][];
  /** Objects that are not extensible: 1, 2 when sealed, 3 when frozen. */
  readonly closed: [object, 1 | 2 | 3][];
}

type Entry = [string, unknown, boolean];

/** What newer engines tell of a buffer: whether its length may change, of memory that isn't shared and of shared memory. */
interface Resizable {
  readonly resizable?: boolean;
  readonly growable?: boolean;
}

/** One scan of a value and of all it refers to. */
export class Scan {
  readonly fixes: Fixes = {
    prototypes: [],
    errors: [],
    made: [],
    places: [],
    filled: [],
    lastIndices: [],
    closed: [],
  };
  /** ArrayBuffers that more than one thing refers to; they travel as a whole. */
  readonly common = new Set<ArrayBufferLike>();
  readonly #buffers = new Set<ArrayBufferLike>();
  /** All objects met. */
  readonly seen = new Set<object>();
  readonly #foreign: ReadonlySet<object>;
  readonly #made = new Map<object, number>();
  readonly #classes: readonly (readonly [string, object])[];

  /** @param foreign objects that the value must not refer to */
  constructor(classes: Classes, foreign: ReadonlySet<object> = new Set()) {
    this.#foreign = foreign;
    this.#classes = Object.entries(classes).map(([name, { prototype }]) => [name, prototype]);
  }

  /** Whether V8's serializer alone loses nothing. */
  get isClean(): boolean {
    return Object.values(this.fixes).every((list: unknown[]) => list.length === 0);
  }

  /** Scans the value that stands in `parent` under `key`. */
  visit(value: unknown, parent: object, key: string | number): Refusal | undefined {
    if (typeof value === 'function') return { reason: 'a function', path: [] };
    if (typeof value === 'symbol') return { reason: 'a symbol', path: [] };
    if (typeof value !== 'object' || value === null) return undefined;
    if (this.seen.has(value)) {
      this.#place(value, parent, key);
      return undefined;
    }
    this.seen.add(value);
    // Everything else that is asked of it would run code of the program.
    if (types.isProxy(value)) return { reason: 'a proxy', path: [] };
    if (this.#foreign.has(value)) return { reason: 'an object that the constants hold too', path: [] };
    const prototype = prototypeOf(value);
    const kind = prototype
      ? (kindOf(prototype) ?? this.#classKind(value, prototype))
      : this.#noPrototype(value);
    if (!kind) return { reason: describeUnknown(value), path: [] };
    if (!Object.isExtensible(value) && kind !== 'view') {
      this.fixes.closed.push([value, Object.isFrozen(value) ? 3 : Object.isSealed(value) ? 2 : 1]);
    }
    return this.#visitKind(kind, value, parent, key);
  }

  #visitKind(kind: Kind, value: object, parent: object, key: string | number): Refusal | undefined {
    const [symbol] = kind === 'error' ? [] : Object.getOwnPropertySymbols(value);
    if (symbol && !(kind in MADE)) return { reason: SYMBOLIC, path: [String(symbol)] };
    switch (kind) {
      case 'plain':
        return this.#visitProperties(value);
      case 'array':
        return this.#visitArray(value as unknown[]);
      case 'native':
        return this.#visitNative(value);
      case 'view':
        return this.#visitView(value as ArrayBufferView);
      case 'error':
        return this.#visitError(value as Error);
      default:
        return this.#visitMade(kind, value, parent, key);
    }
  }

  /** The kind underneath a class that the task names; its prototype is put back by the receiver. */
  #classKind(value: object, prototype: object): Kind | undefined {
    const known = this.#classes.find(([, candidate]) => candidate === prototype);
    if (!known) return undefined;
    const kind = baseKindOf(prototype);
    // The receiver gives errors their prototype together with their properties; made objects would lose theirs.
    if (kind === 'error') return kind;
    if (kind in MADE) return undefined;
    this.fixes.prototypes.push([value, known[0]]);
    return kind;
  }

  #noPrototype(value: object): Kind {
    this.fixes.prototypes.push([value, null]);
    return 'plain';
  }

  #visitProperties(value: object): Refusal | undefined {
    for (const key of Object.getOwnPropertyNames(value)) {
      const refusal = this.#visitProperty(value, key);
      if (refusal) return refusal;
    }
    return undefined;
  }

  #visitProperty(value: object, key: string | number): Refusal | undefined {
    const property = propertyOf(value, key) as Property | undefined;
    // A hole.
    if (!property) return undefined;
    if (property.get ?? property.set) return { reason: 'a property with a getter or setter', path: [key] };
    if (!property.enumerable) return { reason: 'a property that is not enumerable', path: [key] };
    if (isFixed(property, value)) return { reason: READ_ONLY, path: [key] };
    if (isPrimitive(property.value)) return undefined;
    const refusal = this.visit(property.value, value, key);
    return refusal && below(key, refusal);
  }

  #visitArray(array: unknown[]): Refusal | undefined {
    const hasPrimitives = isLong(array) && everyElement(array, isPrimitive);
    const refused = readOnly(array, 'length') ?? (hasPrimitives ? undefined : this.#visitElements(array));
    if (refused) return refused;
    // Few arrays have any (the matches of a RegExp do).
    for (const key of furtherKeys(array)) {
      const refusal = this.#visitProperty(array, String(key));
      if (refusal) return refusal;
    }
    return undefined;
  }

  #visitElements(array: unknown[]): Refusal | undefined {
    for (let index = 0; index < array.length; index++) {
      const refusal = this.#visitProperty(array, index);
      if (refusal) return refusal;
    }
    return undefined;
  }

  #visitView(view: ArrayBufferView): Refusal | undefined {
    const { buffer } = view;
    // Its length may follow that of the buffer.
    if ((buffer as Resizable).resizable ?? (buffer as Resizable).growable)
      return { reason: 'a view of a resizable buffer', path: [] };
    if (!Object.isExtensible(view)) return { reason: 'a closed typed array', path: [] };
    this.#noteBuffer(buffer);
    return hasOwnProperties(view) ? { reason: 'a typed array with further properties', path: [] } : undefined;
  }

  #visitNative(value: object): Refusal | undefined {
    let refusal: Refusal | undefined;
    if (value instanceof ArrayBuffer) this.#noteBuffer(value);
    if (value instanceof RegExp) {
      if (!Object.is(value.lastIndex, 0)) this.fixes.lastIndices.push([value, value.lastIndex]);
      refusal = readOnly(value, 'lastIndex');
    }
    refusal ??= furtherProperty(
      value,
      value instanceof String ? value.length + 1 : +(value instanceof RegExp),
    );
    if (refusal) return refusal;
    if (value instanceof Map) return this.#visitEntries(value, [...value.entries()]);
    if (value instanceof Set)
      return this.#visitEntries(
        value,
        [...value].map((item: unknown) => [item]),
      );
    return undefined;
  }

  #visitEntries(collection: object, entries: unknown[][]): Refusal | undefined {
    const places = this.fixes.places.length;
    for (const entry of entries) {
      for (let part = 0; part < entry.length; part++) {
        const refusal = this.visit(entry[part], entry, part);
        if (refusal)
          return below(entry.length === 1 ? '(element)' : part === 0 ? '(key)' : String(entry[0]), refusal);
      }
    }
    const mine = new Set<object>(entries);
    if (this.fixes.places.slice(places).some(([parent]) => mine.has(parent))) {
      this.fixes.filled.push([collection, entries]);
    }
    return undefined;
  }

  #visitMade(kind: MadeName, value: object, parent: object, key: string | number): Refusal | undefined {
    if (!Object.isExtensible(value)) return { reason: `a closed ${kind}`, path: [] };
    this.#made.set(value, this.fixes.made.length);
    this.fixes.made.push([kind, MADE[kind].read(value as never)]);
    this.#place(value, parent, key);
    return furtherProperty(value, +Object.hasOwn(value, 'stack'));
  }

  #visitError(error: Error): Refusal | undefined {
    const prototype = prototypeOf(error) as object;
    const known = this.#classes.find(([, candidate]) => candidate === prototype);
    const name = known ? known[0] : (prototype.constructor as typeof Error).name;
    const entries: Entry[] = [];
    this.fixes.errors.push([error, name, entries]);
    for (const key of Reflect.ownKeys(error)) {
      if (typeof key === 'symbol') return { reason: SYMBOLIC, path: [String(key)] };
      const property = propertyOf(error, key);
      // Newer versions of V8 make `stack` an accessor of each error's own.
      if (key !== 'stack' && (!('value' in property) || isFixed(property, error))) {
        return { reason: 'a read-only property, getter or setter', path: [key] };
      }
      const entry: Entry = [
        key,
        key === 'stack' ? error.stack : property.value,
        property.enumerable ?? false,
      ];
      entries.push(entry);
      const refusal = this.visit(entry[1], entry, 1);
      if (refusal) return below(key, refusal);
    }
    return undefined;
  }

  /** Notes where an object stands that is made anew. */
  #place(value: object, parent: object, key: string | number): undefined {
    const index = this.#made.get(value);
    if (index !== undefined) this.fixes.places.push([parent, key, index]);
  }

  #noteBuffer(buffer: ArrayBufferLike): void {
    if (this.#buffers.has(buffer)) this.common.add(buffer);
    this.#buffers.add(buffer);
  }
}

/** All objects that a value refers to, as far as it can be sent. */
export function objectsIn(value: unknown, classes: Classes): ReadonlySet<object> {
  const scan = new Scan(classes);
  scan.visit(value, [value], 0);
  return scan.seen;
}

/** Whether a value crosses as it is. */
export function isPrimitive(value: unknown): boolean {
  return (
    value === null || (typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol')
  );
}

const SYMBOLIC = 'a property under a symbol';
const READ_ONLY = 'a property that is read-only';

/** Refuses what was made read-only of what all objects of a kind have. */
function readOnly(value: object, key: 'length' | 'lastIndex'): Refusal | undefined {
  if (propertyOf(value, key).writable || Object.isFrozen(value)) return undefined;
  return { reason: READ_ONLY, path: [key] };
}

/** Whether a property can't be changed, other than because its object is sealed or frozen as a whole. */
function isFixed({ writable, configurable }: Property, value: object): boolean {
  return (!writable && !Object.isFrozen(value)) || (!configurable && !Object.isSealed(value));
}

/** What a built-in object holds beside as many properties as all of its kind have. */
function furtherProperty(value: object, count: number): Refusal | undefined {
  const key = Object.getOwnPropertyNames(value)[count];
  return key === undefined ? undefined : { reason: 'a property of a built-in object', path: [key] };
}

function below(key: string | number, { reason, path }: Refusal): Refusal {
  path.unshift(key);
  return { reason, path };
}

function describeUnknown(value: object): string {
  if (types.isPromise(value)) return 'a promise';
  if (types.isSharedArrayBuffer(value)) return 'shared memory by itself; send a typed array of it';
  const { name } = (value.constructor as { name?: string } | undefined) ?? {};
  return `an instance of ${name || 'a class without a name'}, which is not among the task's classes`;
}
