/** What was put at places from outside during the evaluation, and may be read back. */
import type { Key, Place } from '../../model/index.ts';
import { joinValues, nothing, rootKey } from '../values/value.ts';
import type { Value } from '../values/value.ts';
import { spend } from '../run.ts';
import type { Frame } from './frame.ts';

/** Everything stored at the place itself, or at one that may be the same. */
export function storedAt(frame: Frame, place: Place): Value {
  if (frame.stores.size === 0) return nothing;
  const stores = frame.storesByRoot.get(rootKey(place.root)) ?? [];
  spend(frame.run, stores.length);
  let result = nothing;
  for (const store of stores) {
    if (mayMatch(store.place.path, place.path)) result = joinValues(result, store.value);
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
