/** Stores of a summary in the caller: into its objects and variables, or at its places. */
import type { Key, Place } from '../../model/index.ts';
import { bindVariable, isLocal, recordStore } from '../effects/frame.ts';
import type { Frame } from '../effects/frame.ts';
import { variableById } from '../scopes.ts';
import { placeValue } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { anyType } from '../values/type.ts';
import { mapValue } from './mapping.ts';
import type { Mapping } from './mapping.ts';

export function recordBack(
  frame: Frame,
  mapping: Mapping,
  place: Place,
  value: Value,
  store: (ref: Ref, key: Key) => void,
): void {
  const last = place.path[place.path.length - 1];
  if (!last) {
    assignBack(frame, place, value);
    return;
  }
  const holderPlace = { root: place.root, path: place.path.slice(0, -1) };
  const holder = mapValue(frame, mapping, placeValue(holderPlace, anyType));
  for (const ref of holder.refs.values()) store(ref, last.kind === 'index' ? { kind: 'unknown' } : last);
}

function assignBack(frame: Frame, place: Place, value: Value): void {
  const variable = place.root.kind === 'binding' ? variableById(place.root.id) : undefined;
  if (variable && isLocal(frame, variable)) bindVariable(frame, variable, value);
  else recordStore(frame, place, value);
}
