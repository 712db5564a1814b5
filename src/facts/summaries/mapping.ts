/** The roots of a summary seen from the call: parameters are arguments, `this` the receiver, variables of the caller its values. */
import type { Key, Place, Polynomial } from '../../model/index.ts';
import { isDeep } from '../dependence/places.ts';
import { substitute } from '../dependence/polynomial.ts';
import { reachable } from '../effects/escape.ts';
import { allocate, isLocal, putInto } from '../effects/frame.ts';
import type { Argument, Frame } from '../effects/frame.ts';
import type { CallSite } from '../effects/calls.ts';
import { localValue } from '../effects/local-value.ts';
import { placeOf } from '../effects/members.ts';
import { readQuietly } from '../effects/quiet.ts';
import { variableById } from '../scopes.ts';
import {
  joinAll,
  joinValues,
  nothing,
  placeValue,
  refKey,
  undefinedValue,
  valueOfRef,
  withType,
} from '../values/value.ts';
import { anyType, isPrimitiveKind, mayBeAny } from '../values/type.ts';
import type { FreshObject, Ref, Value } from '../values/value.ts';
import { parameterPolynomials } from './parameters.ts';
import type { Summary } from './table.ts';

export interface Mapping {
  readonly site: CallSite;
  readonly summary: Summary;
  readonly results: Map<string, Value>;
  /** The caller's copies of the objects that the callee made. */
  readonly copies: Map<FreshObject, FreshObject>;
  subscript(polynomial: Polynomial): Polynomial | undefined;
}

export function createMapping(frame: Frame, site: CallSite, summary: Summary): Mapping {
  const known = parameterPolynomials(summary, site.args);
  return {
    site,
    summary,
    results: new Map(),
    copies: new Map(),
    subscript: (polynomial) => {
      const isKnown = polynomial.terms.every((term) => term.factors.every((id) => known(id) !== undefined));
      return isKnown ? substitute(polynomial, known) : undefined;
    },
  };
}

export function setResult(mapping: Mapping, name: string, value: Value): void {
  mapping.results.set(name, joinValues(mapping.results.get(name) ?? nothing, value));
}

/** What a root of the summary is in the caller; undefined when it is the same there. */
function rootValue(frame: Frame, mapping: Mapping, place: Place): Value | undefined {
  const { root } = place;
  switch (root.kind) {
    case 'param':
      return argumentValue(mapping, root.index, place);
    case 'this':
      return mapping.site.thisValue;
    case 'unknown':
      return mapping.results.get(root.why);
    case 'binding': {
      const variable = variableById(root.id);
      return variable && isLocal(frame, variable) ? localValue(frame, variable) : undefined;
    }
    default:
      return undefined;
  }
}

/** A rest parameter is rooted at its first argument with `all` keys: it stands for that and all further ones. */
function argumentValue({ site }: Mapping, index: number, place: Place): Value {
  const isRest = place.path[0]?.kind === 'all' && place.path[0].ifObject !== true;
  const own = site.args[index]?.value ?? undefinedValue;
  return isRest ? joinAll([own, ...site.args.slice(index).map((argument: Argument) => argument.value)]) : own;
}

export interface MappedPlace {
  readonly place: Place;
  /** The object that the place is a property of, and its key. */
  readonly holder?: Ref;
  readonly key?: Key;
}

/** The places that a place of the summary may be in the caller. */
export function mapPlace(frame: Frame, mapping: Mapping, place: Place): readonly MappedPlace[] {
  const isVariable = place.root.kind === 'binding' && place.path.length === 0;
  const root = isVariable ? undefined : rootValue(frame, mapping, place);
  const path = place.path.map((key) => mapKey(mapping, key));
  if (!root) return [{ place: { root: place.root, path } }];
  const key = path.at(-1);
  if (!key) return [];
  let holders = root;
  for (const outer of path.slice(0, -1)) holders = readQuietly(frame, holders, outer);
  const reached = isDeep(key) ? reachable(holders) : [...holders.refs.values()];
  return reached.flatMap((holder) => {
    const mapped = placeOf(frame, holder, key) ?? {
      root: { kind: 'unknown', why: 'an export' },
      path: [key],
    };
    return [{ place: mapped, holder, key }];
  });
}

function mapKey(mapping: Mapping, key: Place['path'][number]): Place['path'][number] {
  if (key.kind !== 'index') return key;
  const subscript = mapping.subscript(key.subscript);
  return subscript ? { kind: 'index', subscript } : { kind: 'unknown' };
}

/** A value of the summary in the caller. */
export function mapValue(frame: Frame, mapping: Mapping, value: Value): Value {
  if (value.refs.size === 0) return value;
  const parts = [...value.refs.values()].map((ref) => mapRef(frame, mapping, ref, value));
  const primitives = [...value.type].filter(({ kind }) => isPrimitiveKind(kind));
  return joinAll([...parts, { refs: new Map(), type: new Set(primitives) }]);
}

function mapRef(frame: Frame, mapping: Mapping, ref: Ref, value: Value): Value {
  if (ref.kind === 'object') {
    const object = copyObject(frame, mapping, ref.object);
    return valueOfRef({ kind: 'object', object, view: ref.view }, object.type);
  }
  if (ref.kind !== 'place') return valueOfRef(ref, value.type);
  const at = mapStanding(frame, mapping, ref);
  const isBetter = mayBeAny(at.type) && !mayBeAny(ref.type);
  const known = isBetter ? withType(at, ref.type) : at;
  return ref.view ? asView(known) : known;
}

/** What stands at a place of the summary: the root's value in the caller, and along the path. */
function mapStanding(frame: Frame, mapping: Mapping, { place, type }: Ref & { kind: 'place' }): Value {
  const root = rootValue(frame, mapping, place);
  const path = place.path.map((key) => mapKey(mapping, key));
  if (!root) return placeValue({ root: place.root, path }, type);
  const isRest = place.root.kind === 'param' && place.path[0]?.kind === 'all';
  let at = root;
  for (const key of isRest ? path.slice(1) : path) at = readQuietly(frame, at, key);
  return at;
}

/** The places in the caller whose objects a place of the summary stands for; objects that the caller made have none. */
export function standingPlaces(frame: Frame, mapping: Mapping, place: Place): readonly Place[] {
  const { refs } = mapStanding(frame, mapping, { kind: 'place', place, type: anyType, view: false });
  return [...refs.values()].flatMap((ref) => (ref.kind === 'place' ? [ref.place] : []));
}

function asView(value: Value): Value {
  const refs = [...value.refs.values()].map((ref): Ref =>
    ref.kind === 'place' || ref.kind === 'object' ? { ...ref, view: true } : ref,
  );
  return { refs: new Map(refs.map((ref) => [refKey(ref), ref])), type: value.type };
}

/** An object that the callee made is made anew at each call: one for the call in the caller. */
function copyObject(frame: Frame, mapping: Mapping, object: FreshObject): FreshObject {
  const made = mapping.copies.get(object);
  if (made) return made;
  const { site } = mapping;
  const key = `${site.range[0]}-${site.range[1]} ${mapping.summary.name}/${shorten(object.key)}`;
  const copy = allocate(frame, key, () => ({
    site: site.range,
    type: object.type,
    fields: new Map<string, Value>(),
    elements: nothing,
    instanceOf: object.instanceOf,
    getters: object.getters,
    setters: object.setters,
  }));
  mapping.copies.set(object, copy);
  if ((object.escaped && !copy.escaped) || (object.hasOtherKeys && !copy.hasOtherKeys)) {
    copy.escaped ||= object.escaped;
    copy.hasOtherKeys ||= object.hasOtherKeys;
    frame.changed = true;
  }
  for (const [name, held] of object.fields)
    putInto(frame, copy, { kind: 'name', name }, mapValue(frame, mapping, held));
  putInto(frame, copy, { kind: 'unknown' }, mapValue(frame, mapping, object.elements));
  return copy;
}

/** Objects that come back through a cycle of calls are told apart only so far. */
function shorten(key: string): string {
  const parts = key.split('/');
  return parts.length <= 3 ? key : [...parts.slice(0, 1), ...parts.slice(-2)].join('/');
}
