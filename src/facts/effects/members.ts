/** Reads, writes and deletions of properties: on objects of the frame's own, on places from outside, on built-ins and classes. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Key, Place, Range } from '../../model/index.ts';
import { isBuiltinGlobal } from '../builtins/index.ts';
import { lookupGlobal, lookupModuleFunction, lookupOfAtom } from './lookups.ts';
import { polynomialOf } from '../dependence/index.ts';
import { isIndex } from '../index-keys.ts';
import { staticKey, unwrap } from '../ast.ts';
import { elementsOfType, fieldOfType, isPrimitiveKind, typeOfKind } from '../values/type.ts';
import {
  classValue,
  extendPlace,
  joinAll,
  joinValues,
  nothing,
  placeValue,
  primitive,
  undefinedValue,
} from '../values/value.ts';
import { typeOfRef, unknownValue, valueOfRef } from '../values/value.ts';
import type { FreshObject, Ref, Value } from '../values/value.ts';
import { hideChangedBuiltin } from './changed-builtins.ts';
import { callGetter, callPossibleGetters, callSetter } from './accessors.ts';
import { evaluate } from './expressions.ts';
import { emit, putInto, recordStore } from './frame.ts';
import type { Frame } from './frame.ts';
import { placeOfExport, readExport, readStatic } from './namespaces.ts';
import { coerce } from './protocols.ts';
import { runTraps } from './proxies.ts';
import { escape } from './escape.ts';
import { stabilize } from './stable.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { FunctionNode } from '../analysis.ts';
import type { ClassRef } from '../values/type.ts';
import { storedAt } from './stores.ts';
import { shapeType } from './shapes.ts';

type Spot = Pick<TSESTree.Node, 'range'>;

/** The key of a member expression; evaluates it when computed. */
export function keyOf(frame: Frame, node: TSESTree.MemberExpression): Key {
  const name = staticKey(node.property, node.computed);
  if (node.computed) coerce(frame, evaluate(frame, node.property), node.property.range);
  if (name !== undefined && !/^\d+$/.test(name)) return { kind: 'name', name };
  const index = unwrap(node.property);
  if (name !== undefined) return { kind: 'index', subscript: constantSubscript(Number(name)) };
  const subscript = polynomialOf(index, (identifier) => factorOf(frame, identifier));
  return subscript ? { kind: 'index', subscript } : { kind: 'unknown' };
}

function constantSubscript(value: number) {
  return { terms: value === 0 ? [] : [{ coefficient: value, factors: [] }] };
}

export function factorOf(frame: Frame, identifier: TSESTree.Identifier): { id: string } | undefined {
  const variable = frame.scopes.variableOf(identifier);
  return variable && { id: frame.scopes.idOf(variable) };
}

/** Where a ref's property stands: undefined for what has no place (code that a module exports). */
export function placeOf(frame: Frame, ref: Exclude<Ref, { kind: 'namespace' }>, key: Key): Place;
export function placeOf(frame: Frame, ref: Ref, key: Key): Place | undefined;
export function placeOf(frame: Frame, ref: Ref, key: Key): Place | undefined {
  const seen: Key = (ref.kind === 'place' || ref.kind === 'object') && ref.view ? { kind: 'unknown' } : key;
  switch (ref.kind) {
    case 'place':
      return extendPlace(ref.place, seen);
    case 'object':
      return extendPlace({ root: { kind: 'fresh', site: ref.object.site }, path: [] }, seen);
    case 'function':
    case 'class': {
      const name = nameOfCode(ref.node);
      const variable = name && scopeIndexOf(ref.unit).variableOf(name);
      if (!variable) return { root: { kind: 'unknown', why: 'property of a function' }, path: [key] };
      const id = scopeIndexOf(ref.unit).idOf(variable);
      return { root: { kind: 'binding', id, name: variable.name }, path: [key] };
    }
    case 'builtin':
      return { root: { kind: 'global', name: ref.path }, path: [key] };
    case 'namespace':
      return placeOfExport(frame, ref.unit, key);
  }
}

/** Of a declaration, or of the variable that is given a function. */
function nameOfCode({ id, parent }: FunctionNode | ClassRef['node']): TSESTree.Identifier | undefined {
  if (id) return id;
  return parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier' ? parent.id : undefined;
}

/** The value of a property; emits the read. */
export function readMember(frame: Frame, spot: Spot, object: Value, key: Key): Value {
  hideChangedBuiltin(frame, spot.range, object, key.kind === 'name' ? key.name : undefined);
  let result = readOfPrimitives(object, key);
  for (const ref of object.refs.values()) {
    const part = valueOfRef(ref, typeOfRef(ref, object));
    result = joinValues(result, readRef(frame, spot, part, ref, key));
  }
  return result;
}

function readRef(frame: Frame, spot: Spot, object: Value, ref: Ref, key: Key): Value {
  switch (ref.kind) {
    case 'place':
      return readPlace(frame, spot, object, ref, key);
    case 'object':
      return readObject(frame, spot, ref, key);
    case 'function':
    case 'class':
      return readStatic(frame, spot, ref, key);
    case 'namespace':
      return readExport(frame, spot, ref.unit, key);
    case 'builtin':
      return readBuiltin(frame, spot, ref, key);
  }
}

function readPlace(frame: Frame, spot: Spot, object: Value, ref: Ref & { kind: 'place' }, key: Key): Value {
  const place = placeOf(frame, ref, key);
  if (isFixedProperty(object, key)) return primitive('number');
  emit(frame, { kind: 'read', place }, spot.range);
  runTraps(frame, spot, ref);
  const got = callGetter(frame, spot, object, ref, key);
  if (got) return got;
  const type = key.kind === 'name' ? builtinFieldType(object, key.name) : elementsOfType(object.type);
  const standing = placeValue(place, type, isView(object, key));
  const possible = callPossibleGetters(frame, spot, object, ref, key);
  return joinAll([standing, storedAt(frame, place), possible]);
}

/** No write changes the length of a typed array. */
export function isFixedProperty({ type }: Value, key: Key): boolean {
  if (key.kind !== 'name' || !/^(?:length|byteLength|byteOffset|BYTES_PER_ELEMENT)$/.test(key.name))
    return false;
  return type.size > 0 && [...type].every(({ kind }) => kind === 'typed-array' || kind === 'buffer');
}

/** `ta.buffer` is the same memory. */
function isView(object: Value, key: Key): boolean {
  return (
    key.kind === 'name' &&
    key.name === 'buffer' &&
    [...object.type].some((atom) => atom.kind === 'typed-array')
  );
}

/** What a built-in kind says of its properties (`length`, `size`), else what the type says. */
function builtinFieldType(object: Value, name: string) {
  const profiles = [...object.type].map((atom) => lookupOfAtom(atom, name, 'read'));
  const [first] = profiles;
  if (first && profiles.every((profile) => profile && isPrimitiveKind(profile.returns.kind))) {
    return shapeType(first.returns);
  }
  return fieldOfType(object.type, name);
}

function readObject(frame: Frame, spot: Spot, ref: Ref & { kind: 'object' }, key: Key): Value {
  const place = placeOf(frame, ref, key);
  emit(frame, { kind: 'read', place }, spot.range);
  const got = callGetter(frame, spot, valueOfRef(ref, ref.object.type), ref, key);
  if (ref.object.escaped) return joinValues(contentsOf(ref.object), unknownValue('escaped object'));
  return joinAll([heldAt(ref.object, key), builtinField(ref.object, key), got ?? nothing]);
}

/** What an object may hold at a key. */
export function heldAt(object: FreshObject, key: Key): Value {
  if (key.kind !== 'name') return contentsOf(object);
  const named = object.fields.get(key.name) ?? classOf(object, key.name);
  const isOpen = object.type !== typeOfKind('array') || named === undefined;
  const held = named ?? undefinedValue;
  return isOpen ? joinValues(held, object.elements) : held;
}

/** `new Job().constructor` */
function classOf({ instanceOf }: FreshObject, name: string): Value | undefined {
  return name === 'constructor' && instanceOf ? classValue(instanceOf.node, instanceOf.unit) : undefined;
}

export function contentsOf(object: FreshObject): Value {
  return joinAll([undefinedValue, object.elements, ...object.fields.values()]);
}

/** `length` of an array of the frame's own. */
function builtinField(object: FreshObject, key: Key): Value {
  if (key.kind !== 'name' || object.fields.has(key.name)) return nothing;
  const profiles = [...object.type].map((atom) => lookupOfAtom(atom, key.name, 'read'));
  return joinAll(
    profiles.map((profile) => (profile ? { refs: new Map(), type: shapeType(profile.returns) } : nothing)),
  );
}

function readBuiltin(frame: Frame, spot: Spot, ref: Ref & { kind: 'builtin' }, key: Key): Value {
  if (key.kind !== 'name') return unknownValue(`${ref.path}[…]`);
  const path = ref.path === '' ? key.name : `${ref.path}.${key.name}`;
  const profile =
    ref.module === undefined ? lookupGlobal(path, 'read') : lookupModuleFunction(ref.module, path, 'read');
  if (!profile) {
    const isState = ref.module === undefined && !isKnownGlobal(path);
    if (isState)
      emit(frame, { kind: 'read', place: { root: { kind: 'global', name: path }, path: [] } }, spot.range);
    return valueOfRef({ kind: 'builtin', path, module: ref.module }, typeOfKind('any'));
  }
  for (const outside of profile.outside) {
    if (outside.kind === 'io') emit(frame, { ...outside, callee: path }, spot.range);
    else if (outside.kind !== 'throw') emit(frame, outside, spot.range);
  }
  const type = shapeType(profile.returns);
  return placeValue({ root: { kind: 'global', name: path }, path: [] }, type);
}

/** A built-in, as opposed to what the program may have put on one: `globalThis.limit`, `Math.seed`. */
function isKnownGlobal(path: string): boolean {
  const holder = path.includes('.') ? undefined : path;
  const isCallable = (['call', 'new'] as const).some((use) => lookupGlobal(path, use) !== undefined);
  return isCallable || (holder !== undefined && isBuiltinGlobal(holder)) || path.endsWith('.prototype');
}

/** Characters and `length` of strings, and what is undefined on others. */
function readOfPrimitives(object: Value, key: Key): Value {
  let result = nothing;
  for (const { kind } of object.type) {
    if (kind === 'string') {
      const isText = key.kind !== 'name';
      result = joinValues(
        result,
        isText ? primitive('string', 'undefined') : primitive('number', 'undefined'),
      );
    } else if (isPrimitiveKind(kind)) result = joinValues(result, undefinedValue);
  }
  return result;
}

/** Puts a value at a property; emits the write. */
export function writeMember(
  frame: Frame,
  spot: Spot,
  object: Value,
  key: Key,
  value: Value,
  operator: string | undefined,
): void {
  const kept = stabilize(frame, value, undefined);
  for (const ref of object.refs.values()) {
    const place = ref.kind === 'namespace' ? unknownExport(key) : placeOf(frame, ref, key);
    emit(frame, { kind: 'write', place, operator }, spot.range);
    runTraps(frame, spot, ref);
    callSetter(frame, spot, ref, key, value);
    if (!isAtIndex(frame, spot)) noteKey(frame, ref, key);
    storeAt(frame, spot.range, ref, key, kept);
  }
}

/** What is put on the exports of a module changes no variable of it, but what others require. */
function unknownExport(key: Key): Place {
  return { root: { kind: 'unknown', why: 'module namespace' }, path: [key] };
}

/** Whether a target of an assignment has a key that surely is an index. */
function isAtIndex(frame: Frame, spot: Spot): boolean {
  const { type, computed, property } = spot as Partial<TSESTree.MemberExpression>;
  return (
    type === 'MemberExpression' &&
    computed === true &&
    property !== undefined &&
    isIndex(frame.unit, property)
  );
}

/** Remembers that an object has something at a key that may be no index. */
export function noteKey(frame: Frame, ref: Ref, key: Key): void {
  if (ref.kind !== 'object' || ref.object.hasOtherKeys || key.kind === 'name') return;
  ref.object.hasOtherKeys = true;
  frame.changed = true;
}

/** Remembers what is put where, without an effect. */
export function storeAt(frame: Frame, range: Range, ref: Ref, key: Key, value: Value): void {
  if (ref.kind === 'object') putInto(frame, ref.object, ref.view ? { kind: 'unknown' } : key, value);
  else if (ref.kind !== 'namespace') {
    recordStore(frame, placeOf(frame, ref, key), value);
    escape(frame, value, range);
  }
}

export function deleteMember(frame: Frame, node: TSESTree.UnaryExpression): Value {
  const target = unwrap(node.argument);
  if (target.type === 'MemberExpression') {
    const object = evaluate(frame, target.object);
    writeMember(frame, node, object, keyOf(frame, target), undefinedValue, 'delete');
  } else evaluate(frame, target);
  return primitive('boolean');
}
