// Copies of large views in shared memory. One that no call uses is written over when the view travels again: fresh
// memory costs several times what the copying does.

/** A copy of the memory of a view, and whether a call uses it. */
interface Copy {
  readonly bytes: Uint8Array<SharedArrayBuffer>;
  isUsed: boolean;
}

/** The copies kept, by the buffer that they are of. */
let kept = new WeakMap<ArrayBufferLike, Copy>();
const used = new WeakMap<SharedArrayBuffer, Copy>();

/** A copy in memory that all threads can read. */
export function shareBytes(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** As {@link shareBytes}, for a call that tells by {@link releaseCopies} when it is over. */
export function lendCopy(bytes: Uint8Array): Uint8Array<SharedArrayBuffer> {
  const known = kept.get(bytes.buffer);
  if (known && !known.isUsed && known.bytes.length === bytes.length) {
    known.isUsed = true;
    known.bytes.set(bytes);
    return known.bytes;
  }
  const copy = { bytes: shareBytes(bytes), isUsed: true };
  if (!known?.isUsed) kept.set(bytes.buffer, copy);
  used.set(copy.bytes.buffer, copy);
  return copy.bytes;
}

/** Says that a call is over that used these buffers, whether or not they are copies. */
export function releaseCopies(buffers: readonly SharedArrayBuffer[]): void {
  for (const buffer of buffers) {
    const copy = used.get(buffer);
    if (copy) copy.isUsed = false;
  }
}

/** Lets go of all copies. */
export function forgetCopies(): void {
  kept = new WeakMap();
}
