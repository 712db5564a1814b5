/** Getters and setters that the project defines run when a property is read or written. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Key, Range } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { callUnknown } from './calls.ts';
import { applyFunction } from '../summaries/apply.ts';
import { joinAll, nothing, typeOfRef, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { findMember } from './classes.ts';
import type { Atom, Type } from '../values/type.ts';
import { isOverridden } from './overrides.ts';
import { findPossible, type Wanted } from './possible-accessors.ts';
import { isIndex } from '../index-keys.ts';
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
  const getters = findPossibleAccessors(frame, spot, object, key, 'get');
  if (getters.length > MOST_POSSIBLE) return callOneOfMany(frame, spot, ref);
  return joinAll(getters.map((getter) => callAccessor(frame, spot, getter, ref, [])));
}

/** Getters that a read may run beyond which it counts as a call of who knows what: following each costs seconds. */
const MOST_POSSIBLE = 8;

function callOneOfMany(frame: Frame, spot: Spot, ref: Ref): Value {
  const site = { range: spot.range, name: 'a getter', args: [], thisValue: thisOf(ref), isNew: false };
  return conditionally(frame, () => callUnknown(frame, site, 'unknown-method'));
}

/** Runs the getters of what reads a property, or all that an object has itself, where the value is of no account. */
export function callGettersOf(frame: Frame, spot: Spot, value: Value, key: Key): void {
  for (const ref of value.refs.values()) {
    const object = valueOfRef(ref, typeOfRef(ref, value));
    callGetter(frame, spot, object, ref, key);
    if (ref.kind === 'place') callPossibleGetters(frame, spot, object, ref, key);
  }
}

/** Runs the getters that stand in place of elements. */
export function callElementGetters(frame: Frame, spot: Spot, ref: Ref): void {
  if (ref.kind !== 'place') return;
  for (const getter of findPossible(frame.run, frame.unit, { kind: 'index' }, 'get'))
    callAccessor(frame, spot, getter, ref, []);
}

/** Whether the property of that name may be a getter. */
export function hasGetter(frame: Frame, object: Value, ref: Ref, key: Key): boolean {
  const isPossible = ref.kind === 'place' && key.kind === 'name';
  return (
    findAccessors(frame, object, ref, key, 'get').length > 0 ||
    (isPossible && findPossibleAccessors(frame, { range: [0, 0] }, object, key, 'get').length > 0)
  );
}

export function callSetter(frame: Frame, spot: Spot, ref: Ref, key: Key, value: Value): void {
  const object = valueOfRef(ref, typeOfRef(ref, nothing));
  const possible = ref.kind === 'place' ? findPossibleAccessors(frame, spot, object, key, 'set') : [];
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
  spot: Spot,
  { type }: Value,
  key: Key,
  kind: 'get' | 'set',
): readonly ClassMember[] {
  const wanted = wantedAt(frame, spot, type, key);
  return wanted ? findPossible(frame.run, frame.unit, wanted, kind) : [];
}

function wantedAt(frame: Frame, spot: Spot, type: Type, key: Key): Wanted | undefined {
  if (key.kind === 'name') {
    const { name } = key;
    const isOpen = (atom: Atom): boolean =>
      atom.instanceOf ? isOverridden(frame.run, atom.instanceOf, name) : isOpenKind(atom);
    return type.size === 0 || [...type].some(isOpen) ? { kind: 'name', name } : undefined;
  }
  if (type.size > 0 && ![...type].some((atom) => atom.instanceOf !== undefined || isOpenKind(atom)))
    return [...type].some((atom) => atom.kind === 'array') ? { kind: 'index' } : undefined;
  if (key.kind === 'all') return { kind: 'own' };
  return { kind: isNumberAt(frame, spot) ? 'index' : 'any' };
}

function isOpenKind({ kind }: Atom): boolean {
  return kind === 'any' || kind === 'object';
}

/** Whether a computed key is surely a number. */
function isNumberAt(frame: Frame, spot: Spot): boolean {
  const { type, computed, property } = spot as Partial<TSESTree.MemberExpression>;
  if (type !== 'MemberExpression' || computed !== true || property === undefined) return false;
  const kinds = [...(frame.values.get(property)?.type ?? [])];
  const isNumber = kinds.length > 0 && kinds.every(({ kind }) => kind === 'number');
  return isNumber || isIndex(frame.unit, property);
}
