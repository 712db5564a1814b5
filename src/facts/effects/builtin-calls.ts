/** Interprets the profile of a built-in: what it reads, changes, keeps, calls and gives. Knows no built-in by name. */
import type { TSESTree } from '@typescript-eslint/types';
import type { Key } from '../../model/index.ts';
import type {
  BuiltinProfile,
  CallbackProfile,
  Keys,
  Operand,
  Shape,
  Source,
  Touch,
  ValueKind,
} from '../builtins/index.ts';
import { isPrimitiveKind, joinTypes } from '../values/type.ts';
import {
  joinAll,
  joinValues,
  nothing,
  objectValue,
  primitive,
  refKey,
  typeOfRef,
  undefinedValue,
} from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { callValue } from './calls.ts';
import type { CallSite } from './calls.ts';
import { conditionally, emit, putInto } from './frame.ts';
import type { Argument, Frame } from './frame.ts';
import { callGettersOf } from './accessors.ts';
import { escape, reachable } from './escape.ts';
import { tellApart } from './identity.ts';
import { allocateAt } from './literals.ts';
import { contentsOf, isFixedProperty, placeOf, storeAt } from './members.ts';
import { runTraps } from './proxies.ts';
import { callProtocols } from './protocols.ts';
import { shapeType } from './shapes.ts';
import { stabilize } from './stable.ts';
import { standingContents } from './contents.ts';

/** A profile at work: its operands, and what its callbacks gave. */
export interface Application {
  readonly site: CallSite;
  readonly profile: BuiltinProfile;
  readonly receiver: Value;
  readonly results: Value[];
}

export function applyProfile(frame: Frame, site: CallSite, profile: BuiltinProfile, receiver: Value): Value {
  const application: Application = { site, profile, receiver, results: [] };
  for (const touch of profile.reads) touchAll(frame, application, touch, 'read');
  callProtocols(frame, application);
  profile.callbacks.forEach((callback) => {
    runCallback(frame, application, callback);
  });
  for (const touch of profile.mutates) touchAll(frame, application, touch, 'mutate');
  for (const { into, value } of profile.captures) keep(frame, application, into, value);
  applyOutside(frame, application);
  compareObjects(frame, application);
  return shapeValue(frame, application, profile.returns, '');
}

function methodName(profile: BuiltinProfile): string {
  return profile.name.slice(profile.name.lastIndexOf('.') + 1);
}

export function operandValue({ site, receiver, results }: Application, operand: Operand): Value {
  switch (operand.kind) {
    case 'receiver':
      return receiver;
    case 'argument':
      return site.args[operand.index]?.value ?? undefinedValue;
    case 'rest':
      return joinAll(site.args.slice(operand.index).map(({ value }) => value));
    case 'result':
      return results[operand.index] ?? nothing;
  }
}

/** What a source stands for: the operand, what it holds, or all that can be reached. */
export function sourceValue(frame: Frame, application: Application, source: Source): Value {
  const { operand, depth, unlessCallback } = source;
  if (unlessCallback !== undefined && isCallback(application, unlessCallback)) return nothing;
  const value = operandValue(application, operand);
  if (depth === 0) return value;
  if (depth === 'deep') return deepValue(frame, value);
  const held = heldBy(frame, value);
  return depth === 1 ? held : heldBy(frame, held);
}

/** Whether an argument is given that surely is a function. */
function isCallback({ site }: Application, index: number): boolean {
  const value = site.args[index]?.value;
  if (site.isSpread === true || !value || value.refs.size === 0) return false;
  // `undefined` is a type without a ref.
  const isFunction = ({ kind }: { readonly kind: string }): boolean => kind === 'function';
  return [...value.refs.values()].every(isFunction) && [...value.type].every(isFunction);
}

function heldBy(frame: Frame, value: Value): Value {
  const held = [...value.refs.values()].map((ref) =>
    ref.kind === 'object' ? contentsOf(ref.object) : standingContents(frame, ref),
  );
  const text = [...value.type].some(({ kind }) => kind === 'string') ? primitive('string') : nothing;
  return joinAll([...held, text]);
}

function deepValue(frame: Frame, value: Value): Value {
  const refs = new Map<string, Ref>();
  for (const ref of reachable(value)) {
    const deep: Ref = ref.kind === 'place' ? { ...ref, place: placeOf(frame, ref, { kind: 'all' }) } : ref;
    refs.set(refKey(ref), ref).set(refKey(deep), deep);
  }
  const types = [...refs.values()].map((ref) => typeOfRef(ref, value));
  return { refs, type: types.reduce(joinTypes, value.type) };
}

function keyFor({ site }: Application, keys: Keys): Key {
  if (keys === 'all' || keys === 'append') return { kind: 'all' };
  if (keys.kind === 'name') return { kind: 'name', name: keys.name };
  const subscript = site.args[keys.index]?.subscript;
  return subscript ? { kind: 'index', subscript } : { kind: 'unknown' };
}

function touchAll(
  frame: Frame,
  application: Application,
  { source, keys, kinds, orUnknown }: Touch,
  kind: 'read' | 'mutate',
): void {
  const { site, profile } = application;
  const via = site.via ?? [];
  const value = sourceValue(frame, application, source);
  if (kinds && !mayBeOneOf(value, kinds, orUnknown)) return;
  const key = keyFor(application, keys);
  if (isFixedProperty(value, key)) return;
  for (const ref of value.refs.values()) {
    const place = placeOf(frame, ref, key);
    if (!place || ref.kind === 'builtin') continue;
    runTraps(frame, site, ref);
    if (kind === 'read') emit(frame, { kind, place }, site.range, { via });
    else emit(frame, { kind, place, method: methodName(profile) }, site.range, { via });
  }
  if (kind === 'read' && key.kind === 'all') callGettersOf(frame, site, value, key);
}

/** Of one of these kinds, of a class of the project, or (where that counts) of unknown kind. */
function mayBeOneOf(value: Value, kinds: readonly ValueKind[], orUnknown: boolean): boolean {
  return [...value.type].some(
    ({ kind, instanceOf }) => (orUnknown && kind === 'any') || instanceOf || kinds.includes(kind),
  );
}

function keep(frame: Frame, application: Application, into: Operand, source: Source): void {
  const value = stabilize(frame, sourceValue(frame, application, source), undefined);
  for (const ref of operandValue(application, into).refs.values()) {
    storeAt(frame, application.site.range, ref, { kind: 'unknown' }, value);
  }
}

function runCallback(frame: Frame, application: Application, callback: CallbackProfile): void {
  const callee = operandValue(application, callback.callee);
  const args: Argument[] = callback.parameters.map((sources) => ({
    value: sources.length === 0 ? primitive('number') : joinSources(frame, application, sources),
    subscript: undefined,
  }));
  if (callback.restParameters.length > 0) {
    const value = joinSources(frame, application, callback.restParameters);
    args.push(...Array.from({ length: 8 }, () => ({ value, subscript: undefined })));
  }
  const thisValue =
    callback.thisValue.length === 0 ? undefinedValue : joinSources(frame, application, callback.thisValue);
  const { site } = application;
  const call: CallSite = {
    range: site.range,
    name: site.name,
    args,
    thisValue,
    isNew: false,
    via: site.via ?? [],
  };
  if (callback.timing === 'later') {
    escape(frame, callee, site.range);
    emit(frame, { kind: 'unknown', why: 'a callback that is called later' }, site.range, {
      via: site.via ?? [],
    });
  }
  application.results.push(conditionally(frame, () => callValue(frame, call, callableOf(callee, callback))));
}

/** An optional callback may be something else: then nothing is called. */
function callableOf(callee: Value, { optional }: CallbackProfile): Value {
  return optional && callee.refs.size === 0 ? nothing : callee;
}

function joinSources(frame: Frame, application: Application, sources: readonly Source[]): Value {
  return joinAll(sources.map((source) => sourceValue(frame, application, source)));
}

function applyOutside(frame: Frame, { site, profile }: Application): void {
  const via = site.via ?? [];
  for (const outside of profile.outside) {
    if (outside.kind === 'io') emit(frame, { ...outside, callee: profile.name }, site.range, { via });
    else emit(frame, outside, site.range, { via });
  }
  if (profile.throws) emit(frame, { kind: 'throw' }, site.range, { via, conditional: true });
}

/** Methods that look for an object among those of their receiver. */
const searches = /^(?:indexOf|lastIndexOf|includes|has|get|delete)$/;

function compareObjects(frame: Frame, { site, profile, receiver }: Application): void {
  const [first, second] = site.args;
  const via = site.via ?? [];
  if (profile.name === 'Object.is') {
    tellApart(frame, first?.value ?? nothing, second?.value ?? nothing, site.range, via);
  } else if (searches.test(methodName(profile)) && first) {
    tellApart(frame, first.value, heldBy(frame, receiver), site.range, via);
  }
}

/** What is given back: operands, or something new of the given kind. */
function shapeValue(frame: Frame, application: Application, shape: Shape, variant: string): Value {
  const existing = joinSources(frame, application, shape.is);
  const shared = joinSources(frame, application, shape.shares);
  if (shape.shares.length > 0) return viewOf(joinValues(existing, shared), shape);
  if (isPrimitiveKind(shape.kind)) return joinValues(existing, primitive(shape.kind));
  if (shape.is.length > 0) return existing;
  const node = { range: application.site.range } as TSESTree.Node;
  const callVariant = (application.site.via ?? []).map(({ at }) => at.range[0]).join();
  const object = allocateAt(
    frame,
    node,
    shapeType(shape),
    ` ${application.profile.name}${variant}${callVariant}`,
  );
  const isOverwritten = shape.kind === 'array' && application.site.isFilled === true;
  if (shape.elements && !isOverwritten) {
    putInto(
      frame,
      object,
      { kind: 'unknown' },
      shapeValue(frame, application, shape.elements, `${variant}[]`),
    );
  }
  return objectValue(object);
}

/** A new object over the memory of others: it stands for them, at keys that aren't known. */
function viewOf(value: Value, shape: Shape): Value {
  const refs = [...value.refs.values()].map((ref): Ref =>
    ref.kind === 'place' || ref.kind === 'object' ? { ...ref, view: true } : ref,
  );
  return { refs: new Map(refs.map((ref) => [refKey(ref), ref])), type: shapeType(shape) };
}
