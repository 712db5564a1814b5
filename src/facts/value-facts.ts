/** Abstract values as plain facts: what crosses to a worker, and whose identity it carries. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Cloneability, Place, ValueFact } from '../model/index.ts';
import { cloneabilityOfAtoms, cloneabilityOfClass, joinCloneability } from './cloneability/index.ts';
import type { Frame } from './effects/frame.ts';
import { reachable } from './effects/escape.ts';
import { externalPlace } from './external.ts';
import { isPrimitiveKind } from './values/type.ts';
import type { Type } from './values/type.ts';
import { isPrimitive, isUnknown, joinAll, placeKey, typeOfRef, valueOfRef } from './values/value.ts';
import type { FreshObject, Value } from './values/value.ts';

/** `primitiveAt` knows more of what stands at places outside: its kinds, where they are all primitives. */
export function valueFact(
  frame: Frame,
  node: TSESTree.Node,
  primitiveAt: (place: Place) => Type | undefined,
): ValueFact {
  const found = frame.values.get(node);
  if (!found)
    return { primitive: false, refersTo: [], unknown: true, cloneability: { kind: 'unknown', path: '' } };
  const value = withoutPrimitivePlaces(found, (place) => primitiveAt(externalPlace(place, frame.unit)));
  return {
    primitive: isPrimitive(value),
    refersTo: placesIn(frame, value),
    unknown: isUnknown(value),
    cloneability: cloneabilityOf(value),
  };
}

/** Whether one and the same object that the iteration made may be in both. */
export function shareObjects(a: Value | undefined, b: Value | undefined): boolean {
  const held = new Set(a ? objectsIn(a) : []);
  return b !== undefined && objectsIn(b).some((object) => held.has(object));
}

function objectsIn(value: Value): readonly FreshObject[] {
  return reachable(value).flatMap((ref) => (ref.kind === 'object' ? [ref.object] : []));
}

/** A primitive read from a place has no identity of its own. */
function withoutPrimitivePlaces(value: Value, primitiveAt: (place: Place) => Type | undefined): Value {
  const parts = [...value.refs.values()].map((ref): Value => {
    const isElement = ref.kind === 'place' && ref.place.root.kind === 'binding' && ref.place.path.length > 0;
    const type = isElement ? primitiveAt(ref.place) : undefined;
    return type ? { refs: new Map(), type } : valueOfRef(ref, typeOfRef(ref, value));
  });
  if (parts.every(({ refs }) => refs.size > 0)) return value;
  const primitives = new Set([...value.type].filter(({ kind }) => isPrimitiveKind(kind)));
  return joinAll([...parts, { refs: new Map(), type: primitives }]);
}

function placesIn(frame: Frame, value: Value): readonly Place[] {
  const places = reachable(value).flatMap((ref) => (ref.kind === 'place' ? [ref.place] : []));
  const unique = new Map(places.map((place) => [placeKey(place), externalPlace(place, frame.unit)]));
  return [...unique.values()];
}

/** The worst over all that the value may be, and all that is in it. */
function cloneabilityOf(value: Value, path = '', seen = new Set<FreshObject>()): Cloneability {
  const all: Cloneability[] = [];
  for (const ref of value.refs.values()) {
    if (ref.kind === 'object') all.push(cloneabilityOfObject(ref.object, path, seen));
    else if (ref.kind === 'place') all.push(cloneabilityOfAtoms(value.type, path));
    else all.push({ kind: 'throws', path, what: ref.kind });
  }
  if (value.refs.size === 0) all.push(cloneabilityOfAtoms(value.type, path));
  return joinCloneability(all);
}

function cloneabilityOfObject(object: FreshObject, path: string, seen: Set<FreshObject>): Cloneability {
  if (seen.has(object)) return { kind: 'exact' };
  seen.add(object);
  const own = object.instanceOf
    ? cloneabilityOfClass(object.instanceOf.node, path)
    : object.getters.size + object.setters.size > 0
      ? ({ kind: 'lossy', path, what: 'getter' } as const)
      : cloneabilityOfAtoms(object.type, path);
  const dot = path === '' ? '' : '.';
  const fields = [...object.fields].map(([name, held]) => cloneabilityOf(held, `${path}${dot}${name}`, seen));
  return joinCloneability([own, ...fields, cloneabilityOf(object.elements, `${path}[]`, seen)]);
}
