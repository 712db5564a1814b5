// What an object is made of, told without running code of its own.

/** Whether a value is a typed array or a DataView, of whatever realm. */
export function isView(value: unknown): value is ArrayBufferView {
  return ArrayBuffer.isView(value);
}

export function prototypeOf(value: unknown): object | null {
  return Object.getPrototypeOf(value) as object | null;
}

/** A property's value or getter; the property must be there. */
export interface Property {
  readonly value?: unknown;
  readonly get?: unknown;
  readonly set?: unknown;
  readonly enumerable?: boolean;
  readonly writable?: boolean;
  readonly configurable?: boolean;
}

/** An own property that is there. */
export function propertyOf(value: object, key: PropertyKey): Property {
  return Object.getOwnPropertyDescriptor(value, key) as Property;
}
