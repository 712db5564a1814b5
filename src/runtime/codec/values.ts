// Packing the results of a chunk: as one buffer of numbers where all are numbers, else by the general codec.
import { isView } from '../reflect.ts';
import type { Classes } from '../types.ts';
import { packList, unpack, type Packed } from './pack.ts';

/** Results on the wire. */
export type PackedValues = Float64Array | Packed;

/**
 * Packs the results of the items from `start` on; a Float64Array keeps -0 and NaN.
 * @throws {TypeError} as {@link pack}; the first key of `path` is the place of the result
 */
export function packValues(
  values: readonly unknown[],
  classes: Classes,
  start: number,
  name: string,
): PackedValues {
  for (let i = 0; i < values.length; i++) {
    if (typeof values[i] !== 'number') {
      return packList(
        values,
        classes,
        (path) => `the result of item ${start + Number(path.shift())} in ${name}`,
      );
    }
  }
  return Float64Array.from(values as number[]);
}

/** The results as a list that may be read by index. */
export function unpackValues(packed: PackedValues, classes: Classes): ArrayLike<unknown> {
  // Not `instanceof`: what a port gives may be of another realm.
  return isView(packed) ? packed : (unpack(packed, classes) as unknown[]);
}

/** The buffers to transfer with the message. */
export function transferablesOf(packed: PackedValues): ArrayBuffer[] {
  const { buffer } = isView(packed) ? packed : packed.bytes;
  return buffer instanceof ArrayBuffer && buffer.byteLength > 0 ? [buffer] : [];
}
