/**
 * Purpose: what a conversion to a primitive reads of an object: an array is joined, a date gives its time, an error its message.
 * Input: the value that is converted.
 * Guarantee: a read of everything in each object that the value may be. What may as well be a number is read only where the loop
 * itself writes into it, which shows that it is an object: `confirmConversions`.
 */
import type { CallStep, Effect, Place, Range } from '../../model/index.ts';
import { isPrimitiveKind } from '../values/type.ts';
import type { Type } from '../values/type.ts';
import { isSameRoot } from '../dependence/places.ts';
import type { Value } from '../values/value.ts';
import { reachable } from './escape.ts';
import { emit } from './frame.ts';
import type { Frame, Step } from './frame.ts';
import { placeOf } from './members.ts';

export function readConverted(frame: Frame, value: Value, range: Range, via: readonly CallStep[] = []): void {
  if (value.refs.size === 0) return;
  for (const ref of reachable(value)) {
    if (ref.kind !== 'place') continue;
    const isCertain = isSurelyObject(ref.type);
    if (!isCertain && !isOneObject(ref.place)) continue;
    const place = placeOf(frame, ref, { kind: 'all', isDeep: true, ifObject: !isCertain });
    emit(frame, { kind: 'read', place }, range, { via });
  }
}

/** Only of one object can a write show that it is one; which the elements of a rest parameter are, the caller knows. */
function isOneObject({ root, path }: Place): boolean {
  return root.kind === 'param' || (root.kind !== 'unknown' && path.at(-1)?.kind !== 'all');
}

function isSurelyObject(type: Type): boolean {
  return [...type].some(({ kind }) => kind !== 'any' && kind !== 'function' && !isPrimitiveKind(kind));
}

/** Whether the place is that of a conversion of what may be no object. */
export function isPossibleConversion({ path }: Place): boolean {
  const last = path.at(-1);
  return last?.kind === 'all' && last.ifObject === true;
}

/** The steps of a loop, with those possible conversions that meet an object. */
export function confirmConversions(steps: readonly Step[]): Step[] {
  const written = steps.flatMap((step) =>
    step.kind === 'write' || step.kind === 'mutate' ? [step.place] : [],
  );
  return steps.flatMap((step): Step[] => {
    if (step.kind !== 'read' || !isPossibleConversion(step.place)) return [step];
    return written.some((place) => isSameHolder(place, step.place) && mayBeElement(place))
      ? [confirmed(step)]
      : [];
  });
}

/** An array's conversion sees its elements and length, not what else it is given. */
function mayBeElement({ path }: Place): boolean {
  const last = path.at(-1);
  return last?.kind !== 'name' || last.name === 'length';
}

function isSameHolder(a: Place, b: Place): boolean {
  return isSameRoot(a, b) && a.path.length === b.path.length;
}

function confirmed(step: Effect & { kind: 'read' }): Effect {
  const { root, path } = step.place;
  return { ...step, place: { root, path: [...path.slice(0, -1), { kind: 'all', isDeep: true }] } };
}
