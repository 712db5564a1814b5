/** What stands at a property, without the effect of reading it: for paths whose reads are accounted for elsewhere. */
import type { Key } from '../../model/index.ts';
import { exportedValue } from '../values/exports.ts';
import { anyType, elementsOfType, fieldOfType } from '../values/type.ts';
import {
  joinAll,
  joinValues,
  nothing,
  placeValue,
  typeOfRef,
  unknownValue,
  valueOfRef,
} from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { spend } from '../run.ts';
import { hasGetter } from './accessors.ts';
import type { Frame } from './frame.ts';
import { contentsOf, heldAt, placeOf } from './members.ts';
import { storedAt } from './stores.ts';

export function readQuietly(frame: Frame, object: Value, key: Key): Value {
  let result = nothing;
  spend(frame.run, object.refs.size);
  for (const ref of object.refs.values()) {
    const got = hasGetter(frame, valueOfRef(ref, typeOfRef(ref, object)), ref, key)
      ? unknownValue('getter')
      : nothing;
    result = joinAll([result, readRefQuietly(frame, ref, key), got]);
  }
  return result;
}

function readRefQuietly(frame: Frame, ref: Ref, key: Key): Value {
  if (ref.kind === 'object') {
    const held = key.kind === 'name' ? heldAt(ref.object, key) : contentsOf(ref.object);
    return ref.object.escaped ? joinValues(held, unknownValue('escaped object')) : held;
  }
  if (ref.kind === 'namespace' && key.kind === 'name')
    return exportedValue(frame.run, ref.unit, key.name) ?? unknownValue('an export');
  const place = placeOf(frame, ref, key);
  if (!place || ref.kind === 'builtin') return unknownValue('property of code');
  if (ref.kind !== 'place') return joinValues(placeValue(place, anyType), storedAt(frame, place));
  const type = key.kind === 'name' ? fieldOfType(ref.type, key.name) : elementsOfType(ref.type);
  return joinAll([placeValue(place, type), storedAt(frame, place)]);
}
