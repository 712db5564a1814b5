/** Method calls, by what the receiver may be. */
import { exportedValue } from '../values/exports.ts';
import { isPrimitiveKind, typeOfKind } from '../values/type.ts';
import type { Atom, Type } from '../values/type.ts';
import { functionValue, joinValues, nothing, typeOfRef, unknownValue, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { applyFunction } from '../summaries/apply.ts';
import { applyProfile } from './builtin-calls.ts';
import { hideChangedBuiltin } from './changed-builtins.ts';
import { callUnknown, callValue, defer, isSymbolic, pureResult } from './calls.ts';
import type { CallSite } from './calls.ts';
import { findMember } from './classes.ts';
import { isAssigned } from './assigned-methods.ts';
import { isOverridden } from './overrides.ts';
import { conditionally } from './frame.ts';
import type { Frame } from './frame.ts';
import { isTakenAsPure } from './pure.ts';
import { isReplaced } from '../replaced-methods.ts';
import { lookupOfAtom } from './lookups.ts';
import { contentsOf, placeOf } from './members.ts';
import { storedAt } from './stores.ts';

const functionAtom: Atom = { kind: 'function' };

export function callMethod(frame: Frame, site: CallSite, receiver: Value, name: string | undefined): Value {
  if (isTakenAsPure(frame, site)) return pureResult(frame, site);
  hideChangedBuiltin(frame, site.range, receiver, name);
  const parts = splitReceiver(receiver);
  let result = nothing;
  for (const part of parts) {
    const call = () => callMethodOf(frame, { ...site, thisValue: part }, part, name);
    result = joinValues(result, parts.length > 1 ? conditionally(frame, call) : call());
  }
  return result;
}

/** One part for each ref, and one for the primitives among the kinds. */
function splitReceiver(receiver: Value): readonly Value[] {
  const parts = [...receiver.refs.values()].map((ref) => valueOfRef(ref, typeOf(ref, receiver)));
  const primitives = [...receiver.type].filter(({ kind }) => isPrimitiveKind(kind) && !isNullish(kind));
  const isBare = receiver.refs.size === 0;
  const type: Type = isBare ? receiver.type : new Set(primitives);
  const methods = [...type].filter(({ kind }) => !isNullish(kind));
  return methods.length > 0 ? [...parts, { refs: new Map(), type: new Set(methods) }] : parts;
}

function isNullish(kind: Atom['kind']): boolean {
  return kind === 'undefined' || kind === 'null';
}

/** What this one of several is: an object of the frame's own is what it was made as. */
function typeOf(ref: Ref, receiver: Value): Type {
  return new Set([...typeOfRef(ref, receiver)].filter(({ kind }) => !isPrimitiveKind(kind)));
}

function callMethodOf(frame: Frame, site: CallSite, part: Value, name: string | undefined): Value {
  const [ref] = part.refs.values();
  if (name === undefined) return callUnknown(frame, site, 'dynamic');
  switch (ref?.kind) {
    case 'builtin': {
      const path = ref.path === '' ? name : `${ref.path}.${name}`;
      return callValue(frame, site, valueOfRef({ ...ref, path }, typeOfKind('any')));
    }
    case 'namespace':
      return callValue(frame, site, exportedValue(frame.run, ref.unit, name) ?? unknownValue(site.name));
    case 'class':
    case 'function':
      return callStatic(frame, site, ref, name);
    case 'object':
      return callOwnMethod(frame, site, part, ref, name);
    default:
      return callByType(frame, site, part, name);
  }
}

function callStatic(
  frame: Frame,
  site: CallSite,
  ref: Ref & { kind: 'class' | 'function' },
  name: string,
): Value {
  const method = ref.kind === 'class' ? findMember(frame.run, ref, name, 'static') : undefined;
  if (method) return callValue(frame, site, functionValue(method.node, method.unit));
  const profile = lookupOfAtom(functionAtom, name, 'call', site.args.length);
  if (profile) return applyProfile(frame, site, profile, site.thisValue);
  return callUnknown(frame, site, 'unknown-method');
}

/** A function that was put in the object under that name, else a method of its class or kind. */
function callOwnMethod(
  frame: Frame,
  site: CallSite,
  part: Value,
  ref: Ref & { kind: 'object' },
  name: string,
): Value {
  const { object } = ref;
  if (object.escaped && !object.instanceOf && [...object.type].every(({ kind }) => kind === 'object')) {
    return callUnknown(frame, site, 'unknown-method');
  }
  const own = object.fields.get(name);
  if (own) return callValue(frame, site, own);
  const isPlain = [...object.type].every(({ kind }) => kind === 'object');
  const held = isPlain && !object.instanceOf ? contentsOf(object) : nothing;
  if (held.refs.size > 0)
    return joinValues(callValue(frame, site, held), callByType(frame, site, part, name));
  return callByType(frame, site, part, name);
}

function callByType(frame: Frame, site: CallSite, part: Value, name: string): Value {
  const [ref] = part.refs.values();
  const place = ref && placeOf(frame, ref, { kind: 'name', name });
  const stored = place && mayHoldMethods(part) ? storedAt(frame, place) : nothing;
  let result = stored.refs.size > 0 ? callValue(frame, site, stored) : nothing;
  const atoms = [...(part.type.size > 0 ? part.type : typeOfKind('any'))];
  if (atoms.some((atom) => !isKnownMethod(frame, site, ref, atom, name))) {
    return ref && isSymbolic(frame, ref)
      ? defer(frame, site, nothing, name)
      : callUnknown(frame, site, 'unknown-method');
  }
  for (const atom of atoms) {
    const call = () => callMethodOfAtom(frame, site, part, atom, name);
    result = joinValues(result, atoms.length > 1 ? conditionally(frame, call) : call());
  }
  return result;
}

/** Elements of arrays and collections don't stand under the names of methods. */
function mayHoldMethods(part: Value): boolean {
  return part.type.size === 0 || [...part.type].some(({ kind }) => kind === 'any' || kind === 'object');
}

function isKnownMethod(
  frame: Frame,
  site: CallSite,
  ref: Ref | undefined,
  atom: Atom,
  name: string,
): boolean {
  if (atom.instanceOf) {
    if (!findMember(frame.run, atom.instanceOf, name, 'method')) return false;
    if (ref?.kind === 'object') return true;
    return !isOverridden(frame.run, atom.instanceOf, name) && !isAssigned(frame.run, atom.instanceOf, name);
  }
  const isOwn = atom.kind === 'array' && isReplaced(frame.run, frame.unit, name);
  return !isOwn && lookupOfAtom(atom, name, 'call', countOf(site)) !== undefined;
}

function callMethodOfAtom(frame: Frame, site: CallSite, part: Value, atom: Atom, name: string): Value {
  const method = atom.instanceOf && findMember(frame.run, atom.instanceOf, name, 'method');
  if (method) return applyFunction(frame, { ...method, name: site.name }, site);
  const profile = lookupOfAtom(atom, name, 'call', countOf(site));
  return profile ? applyProfile(frame, site, profile, part) : callUnknown(frame, site, 'unknown-method');
}

function countOf(site: CallSite): number | undefined {
  return site.isSpread ? undefined : site.args.length;
}
