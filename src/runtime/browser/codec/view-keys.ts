// The same in browsers, which can only list all keys: of long views, that would cost more than sending them.

const FEW = 4096;

/** Whether a view that isn't long has enumerable properties of its own. */
export function hasOwnProperties(view: ArrayBufferView): boolean {
  const length = 'length' in view ? (view as Uint8Array).length : 0;
  return length <= FEW && Object.keys(view).length > length;
}
