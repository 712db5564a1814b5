/** What was put at places from outside during the evaluation, and may be read back. */
import type { Key, Place } from '../../model/index.ts';
import { joinValues, nothing, rootKey } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** Everything stored at the place itself, or at one that may be the same. */
export function storedAt(frame: Frame, place: Place): Value {
  let result = nothing;
  const root = rootKey(place.root);
  for (const store of frame.stores.values()) {
    if (rootKey(store.place.root) === root && mayMatch(store.place.path, place.path)) {
      result = joinValues(result, store.value);
    }
  }
  return result;
}

function mayMatch(stored: readonly Key[], read: readonly Key[]): boolean {
  for (let i = 0; i < Math.max(stored.length, read.length); i++) {
    const [a, b] = [stored[i], read[i]];
    if (a?.kind === 'all' || b?.kind === 'all') return true;
    if (!a || !b) return false;
    if (a.kind === 'name' && b.kind === 'name' && a.name !== b.name) return false;
  }
  return true;
}
