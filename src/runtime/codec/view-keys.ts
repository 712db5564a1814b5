// Properties that a typed array was given besides its elements.
import { inspect } from '../reflect.ts';

/** For more elements than this, listing their keys costs more than asking `inspect`, which leaves elements out. */
const FEW = 16;

/** Whether a view has enumerable properties of its own; costs some microseconds, however long it is. */
export function hasOwnProperties(view: ArrayBufferView): boolean {
  const length = 'length' in view ? (view as Uint8Array).length : 0;
  if (length <= FEW) return Object.keys(view).length > length;
  const text = inspect(view, { maxArrayLength: 0, depth: 0, breakLength: Infinity, customInspect: false });
  return !/ more items \]$/.test(text);
}
