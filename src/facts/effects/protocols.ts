/** Methods of the project's classes that the language calls behind the scenes: iteration, toJSON, valueOf, toString, then. */
import { applyFunction } from '../summaries/apply.ts';
import { typeOfRef, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import type { ProtocolCall } from '../builtins/index.ts';
import { sourceValue } from './builtin-calls.ts';
import type { CallSite } from './calls.ts';
import type { Range, SourceUnit } from '../../model/index.ts';
import { staticKey } from '../ast.ts';
import { nodesOf } from '../nodes.ts';
import type { Application } from './builtin-calls.ts';
import { findMember } from './classes.ts';
import { conditionally, emit } from './frame.ts';
import type { Frame } from './frame.ts';

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
  for (const { source, protocol } of application.profile.protocols) {
    const value = sourceValue(frame, application, source);
    for (const ref of value.refs.values()) {
      hideLiteral(frame, ref, protocol, application.site.range);
      callOn(frame, application.site, valueOfRef(ref, typeOfRef(ref, value)), protocol);
    }
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
export function coerce(frame: Frame, value: Value, range: Range): void {
  for (const ref of value.refs.values()) {
    hideLiteral(frame, ref, 'coerce', range);
    const object = valueOfRef(ref, typeOfRef(ref, value));
    callOn(frame, { range, name: 'coercion', thisValue: object, args: [], isNew: false }, object, 'coerce');
  }
}

/** An object that stood there before the evaluated code began, of no kind that is known to convert without effects. */
function mayBeLiteral(ref: Ref): boolean {
  if (ref.kind !== 'place' || ref.place.root.kind === 'fresh') return false;
  return [...ref.type].some(({ kind, instanceOf }) => !instanceOf && (kind === 'any' || kind === 'object'));
}

const hidden: Partial<Record<ProtocolCall['protocol'], string>> = {
  coerce: 'a conversion to a string or number',
  toJSON: 'a conversion to JSON',
};

/** What an object literal of the file says of its conversion may run unseen. */
function hideLiteral(frame: Frame, ref: Ref, protocol: ProtocolCall['protocol'], range: Range): void {
  const why = hidden[protocol];
  if (why === undefined || !mayBeLiteral(ref)) return;
  if (methods[protocol].some((name) => methodsOfLiterals(frame.unit).has(name)))
    emit(frame, { kind: 'hidden', why }, range);
}

const literalMethods = new WeakMap<SourceUnit, ReadonlySet<string>>();

/** The names under which object literals of a file say how they are converted. */
function methodsOfLiterals(unit: SourceUnit): ReadonlySet<string> {
  const known = literalMethods.get(unit);
  if (known) return known;
  const found = new Set<string>();
  const isWorthALook = /\b(?:valueOf|toString|toPrimitive|toJSON)\b/.test(unit.text);
  for (const node of isWorthALook ? nodesOf(unit) : []) {
    const isMember = node.type === 'Property' && node.parent.type === 'ObjectExpression';
    const name = isMember ? staticKey(node.key, node.computed) : undefined;
    if (name !== undefined) found.add(name);
  }
  literalMethods.set(unit, found);
  return found;
}
