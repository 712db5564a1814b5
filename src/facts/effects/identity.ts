/** Comparisons of objects: a copy of an object isn't the object, so these tell whether code would notice being given copies. */
import type { CallStep, Place, Range } from '../../model/index.ts';
import type { Value } from '../values/value.ts';
import { emit } from './frame.ts';
import type { Frame } from './frame.ts';

/** Two values are compared by identity: matters only where both may be objects from outside. */
export function tellApart(
  frame: Frame,
  left: Value,
  right: Value,
  range: Range,
  via: readonly CallStep[] = [],
): void {
  const [ours, theirs] = [placesOf(left), placesOf(right)];
  if (ours.length === 0 || theirs.length === 0) return;
  for (const place of [...ours, ...theirs])
    emit(frame, { kind: 'read', place, identity: true }, range, { via });
}

function placesOf({ refs }: Value): readonly Place[] {
  return [...refs.values()].flatMap((ref) => (ref.kind === 'place' ? [ref.place] : []));
}
