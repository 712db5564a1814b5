// Packing values into bytes that another thread reads: V8's serializer, as structured clone uses it.
import { deserialize, serialize } from 'node:v8';
import type { Classes } from '../task.ts';

/** A packed value. */
export interface Packed {
  readonly bytes: Uint8Array;
}

/** Packs a value; `path` is its name in messages. */
export function pack(value: unknown, _classes: Classes, _path: string): Packed {
  return { bytes: serialize(value) };
}

/** Gives back an equal value that shares nothing with the packed one. */
export function unpack(packed: Packed, _classes: Classes): unknown {
  return deserialize(packed.bytes);
}
