/** What a place from outside holds. */
import { elementsOfType } from '../values/type.ts';
import { joinValues, placeValue, unknownValue } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import type { Frame } from './frame.ts';
import { placeOf } from './members.ts';
import { storedAt } from './stores.ts';

export function standingContents(frame: Frame, ref: Ref): Value {
  if (ref.kind !== 'place') return unknownValue('contents of code');
  const place = placeOf(frame, ref, { kind: 'unknown' });
  return joinValues(placeValue(place, elementsOfType(ref.type)), storedAt(frame, place));
}
