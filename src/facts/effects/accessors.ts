/** Getters and setters that the project defines run when a property is read or written. */
import type { Key, Range } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { applyFunction } from '../summaries/apply.ts';
import { joinAll, nothing, typeOfRef, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { findMember } from './classes.ts';
import type { Atom } from '../values/type.ts';
import { findNamedAccessors } from './named-accessors.ts';
import { isOverridden } from './overrides.ts';
import type { ClassMember } from './classes.ts';
import { conditionally } from './frame.ts';
import type { Frame } from './frame.ts';

interface Spot {
  readonly range: Range;
}

/** What the getters of that name give, after their effects; undefined when there are none. */
export function callGetter(frame: Frame, spot: Spot, object: Value, ref: Ref, key: Key): Value | undefined {
  const getters = findAccessors(frame, object, ref, key, 'get');
  if (getters.length === 0) return undefined;
  return joinAll(getters.map((getter) => callAccessor(frame, spot, getter, ref, [])));
}

/** What getters of that name may give where the object's class isn't known, after their effects. */
export function callPossibleGetters(frame: Frame, spot: Spot, object: Value, ref: Ref, key: Key): Value {
  const getters = findPossibleAccessors(frame, object, key, 'get');
  return joinAll(getters.map((getter) => callAccessor(frame, spot, getter, ref, [])));
}

export function hasGetter(frame: Frame, object: Value, ref: Ref, key: Key): boolean {
  return (
    findAccessors(frame, object, ref, key, 'get').length > 0 ||
    (ref.kind === 'place' && findPossibleAccessors(frame, object, key, 'get').length > 0)
  );
}

export function callSetter(frame: Frame, spot: Spot, ref: Ref, key: Key, value: Value): void {
  const object = valueOfRef(ref, typeOfRef(ref, nothing));
  const possible = ref.kind === 'place' ? findPossibleAccessors(frame, object, key, 'set') : [];
  for (const setter of [...findAccessors(frame, object, ref, key, 'set'), ...possible]) {
    callAccessor(frame, spot, setter, ref, [{ value, subscript: undefined }]);
  }
}

function callAccessor(
  frame: Frame,
  spot: Spot,
  accessor: ClassMember,
  ref: Ref,
  args: Parameters<typeof applyFunction>[2]['args'],
): Value {
  const site = { range: spot.range, name: accessor.name, args, thisValue: thisOf(ref), isNew: false };
  return conditionally(frame, () => applyFunction(frame, accessor, site));
}

function thisOf(ref: Ref): Value {
  return valueOfRef(ref, typeOfRef(ref, nothing));
}

function findAccessors(frame: Frame, object: Value, ref: Ref, key: Key, kind: 'get' | 'set'): ClassMember[] {
  const found: ClassMember[] = [];
  const add = (node: FunctionNode | undefined, name: string) => {
    if (node) found.push({ node, unit: frame.unit, name });
  };
  if (ref.kind === 'object') {
    const accessors = kind === 'get' ? ref.object.getters : ref.object.setters;
    for (const [name, node] of accessors)
      if (key.kind !== 'name' || name === key.name || name === '') add(node, name);
  }
  if (key.kind === 'name') {
    for (const { instanceOf } of object.type) {
      const member = instanceOf && findMember(frame.run, instanceOf, key.name, kind);
      if (member) found.push(member);
    }
  }
  return found;
}

/** Accessors of objects whose class isn't known, or has subclasses that replace the property. */
function findPossibleAccessors(
  frame: Frame,
  { type }: Value,
  key: Key,
  kind: 'get' | 'set',
): readonly ClassMember[] {
  if (key.kind !== 'name') return [];
  const { name } = key;
  const found = findNamedAccessors(frame.run, frame.unit, name, kind);
  if (found.length === 0) return found;
  const isOpen = ({ kind: atomKind, instanceOf }: Atom): boolean =>
    instanceOf ? isOverridden(frame.run, instanceOf, name) : atomKind === 'any' || atomKind === 'object';
  return type.size > 0 && ![...type].some(isOpen) ? [] : found;
}
