/** Methods of the project's classes that the language calls behind the scenes: iteration, toJSON, valueOf, toString, then. */
import type { Run } from '../run.ts';
import { applyFunction } from '../summaries/apply.ts';
import { summarize } from '../summaries/summarize.ts';
import { typeOfRef, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import type { ProtocolCall } from '../builtins/index.ts';
import { sourceValue } from './builtin-calls.ts';
import type { CallSite } from './calls.ts';
import type { CallStep, Range } from '../../model/index.ts';
import type { Application } from './builtin-calls.ts';
import { findMember } from './classes.ts';
import type { ClassMember } from './classes.ts';
import { readConverted } from './converted.ts';
import { conditionally, emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { findConversions, isPutInto } from './possible-conversions.ts';
import { readQuietly } from './quiet.ts';

const methods: Record<ProtocolCall['protocol'], readonly string[]> = {
  coerce: ['valueOf', 'toString', '[Symbol.toPrimitive]'],
  iterate: ['[Symbol.iterator]'],
  toJSON: ['toJSON'],
  then: ['then'],
  get: [],
  set: [],
  inspect: ['[Symbol.for]', 'inspect'],
};

export function callProtocols(frame: Frame, application: Application): void {
  const { profile, site } = application;
  for (const { source, protocol } of profile.protocols) {
    const value = sourceValue(frame, application, source);
    if (protocol === 'coerce') coerce(frame, value, site.range, site.via);
    else callProtocol(frame, site, value, protocol);
  }
}

function callProtocol(frame: Frame, site: CallSite, value: Value, protocol: ProtocolCall['protocol']): void {
  for (const ref of value.refs.values()) {
    hideLiteral(frame, ref, protocol, site.range);
    callPossible(frame, site, ref, protocol);
    callOn(frame, site, valueOfRef(ref, typeOfRef(ref, value)), protocol);
  }
}

function callOn(frame: Frame, site: CallSite, object: Value, protocol: ProtocolCall['protocol']): void {
  for (const { instanceOf } of object.type) {
    for (const name of instanceOf ? methods[protocol] : []) {
      const method = instanceOf && findMember(frame.run, instanceOf, name, 'method');
      if (!method) continue;
      conditionally(frame, () =>
        applyFunction(frame, method, { ...site, name, thisValue: object, args: [] }),
      );
    }
  }
}

/** An operator or template makes a primitive of an object: `valueOf` and `toString` of its class run, or of a literal. */
export function coerce(
  frame: Frame,
  value: Value,
  range: Range,
  via: readonly CallStep[] = [],
  depth = 0,
): void {
  if (depth === 0) readConverted(frame, value, range, via);
  const site = { range, name: 'coercion', thisValue: value, args: [], isNew: false, via };
  callProtocol(frame, site, value, 'coerce');
  for (const ref of value.refs.values()) {
    const object = valueOfRef(ref, typeOfRef(ref, value));
    // An array converts its elements.
    const isArray = [...object.type].some(({ kind }) => kind === 'array');
    if (isArray && depth < 2)
      coerce(frame, readQuietly(frame, object, { kind: 'unknown' }), range, via, depth + 1);
  }
}

/** An object that stood there before the evaluated code began, of no kind that is known to convert without effects. */
function isOpen(ref: Ref): ref is Ref & { kind: 'place' } {
  if (ref.kind !== 'place' || ref.place.root.kind === 'fresh') return false;
  return [...ref.type].some(({ kind, instanceOf }) => !instanceOf && (kind === 'any' || kind === 'object'));
}

/** Methods of classes, where the object may be of any of them: one that does more than read is as good as unknown code. */
function callPossible(frame: Frame, site: CallSite, ref: Ref, protocol: ProtocolCall['protocol']): void {
  const why = hidden[protocol];
  if (why === undefined || !isOpen(ref)) return;
  const thisValue = valueOfRef(ref, ref.type);
  for (const method of findConversions(frame.run, frame.unit, methods[protocol])) {
    if (!onlyReads(frame.run, method)) {
      emit(frame, { kind: 'hidden', why }, site.range);
      return;
    }
    conditionally(frame, () => applyFunction(frame, method, { ...site, thisValue, args: [] }));
  }
}

function onlyReads(run: Run, { node, unit }: ClassMember): boolean {
  const { steps, stores } = summarize(run, node, unit);
  return stores.length === 0 && steps.every(({ kind }) => kind === 'read');
}

const hidden: Partial<Record<ProtocolCall['protocol'], string>> = {
  coerce: 'a conversion to a string or number',
  toJSON: 'a conversion to JSON',
};

/** What the file puts into an object that says of its conversion may run unseen. */
function hideLiteral(frame: Frame, ref: Ref, protocol: ProtocolCall['protocol'], range: Range): void {
  const why = hidden[protocol];
  if (why !== undefined && isOpen(ref) && isPutInto(frame.unit, methods[protocol]))
    emit(frame, { kind: 'hidden', why }, range);
}
