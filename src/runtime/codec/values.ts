// Packing the results of a chunk: in parts where they are alike, else by the general codec.
import type { Classes } from '../types.ts';
import { pack, unpack, type Packed } from './pack.ts';
import { buffersOf, split, unite, type Part } from './parts.ts';

/** Results on the wire. */
export type PackedValues = { readonly part: Part } | Packed;

/**
 * Packs the results of the items from `start` on.
 * @throws {TypeError} as {@link pack}; the first key of `path` is the place of the result
 */
export function packValues(
  values: readonly unknown[],
  classes: Classes,
  start: number,
  name: string,
): PackedValues {
  const part = split(values);
  if (part) return { part };
  return pack(values, classes, (path) => `the result of item ${start + Number(path.shift())} in ${name}`);
}

/** The results as a list that may be read by index. */
export function unpackValues(packed: PackedValues, classes: Classes): ArrayLike<unknown> {
  return 'part' in packed ? unite(packed.part) : (unpack(packed, classes) as unknown[]);
}

/** The buffers to transfer with the message. */
export function transferablesOf(packed: PackedValues): ArrayBuffer[] {
  const buffers = 'part' in packed ? buffersOf(packed.part) : [packed.bytes.buffer as ArrayBuffer];
  return buffers.filter(({ byteLength }) => byteLength > 0);
}
