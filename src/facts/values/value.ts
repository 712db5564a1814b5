/**
 * Abstract values: what an expression may evaluate to. `refs` are the objects that it may be; a value without refs is
 * primitive (or nothing at all). Not known at all is a ref to a place with root `unknown`.
 */
import type { Key, Place, Range, Root, SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import type { ValueKind } from '../builtins/index.ts';
import { anyType, isPrimitiveType, joinTypes, noType, typeOfKind } from './type.ts';
import type { ClassRef, Type } from './type.ts';

/** An object created in the evaluated code, with all that was ever put in it. */
export interface FreshObject {
  readonly key: string;
  readonly site: Range;
  readonly type: Type;
  readonly fields: Map<string, Value>;
  /** What stands at keys that aren't names known beforehand. */
  elements: Value;
  readonly instanceOf: ClassRef | undefined;
  readonly getters: Map<string, FunctionNode>;
  readonly setters: Map<string, FunctionNode>;
  /** Code that isn't known had it: it may hold anything. */
  escaped: boolean;
  /** Something may stand at a key that is neither a name known beforehand nor surely an index: `row[-1]`, `row[name]`. */
  hasOtherKeys: boolean;
}

export type Ref =
  /** The object that stood at `place` when the evaluated code began. `view`: an object over its memory (subarray). */
  | { readonly kind: 'place'; readonly place: Place; readonly type: Type; readonly view: boolean }
  | { readonly kind: 'object'; readonly object: FreshObject; readonly view: boolean }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly unit: SourceUnit }
  | { readonly kind: 'class'; readonly node: ClassRef['node']; readonly unit: SourceUnit }
  /** `Math`, `Array.from`; `module`: an export of a Node module. */
  | { readonly kind: 'builtin'; readonly path: string; readonly module: string | undefined }
  | { readonly kind: 'namespace'; readonly unit: SourceUnit };

export interface Value {
  readonly refs: ReadonlyMap<string, Ref>;
  readonly type: Type;
}

const noRefs: ReadonlyMap<string, Ref> = new Map();

/** No value at all: what a variable holds before anything was assigned. */
export const nothing: Value = { refs: noRefs, type: noType };

export function primitive(...kinds: ValueKind[]): Value {
  return { refs: noRefs, type: kinds.map(typeOfKind).reduce(joinTypes, noType) };
}

export const undefinedValue = primitive('undefined');
export const anyPrimitive = primitive('undefined', 'null', 'boolean', 'number', 'bigint', 'string', 'symbol');

export function unknownValue(why: string): Value {
  return placeValue({ root: { kind: 'unknown', why }, path: [] }, anyType);
}

/** The value that stands at a place; known primitives have no identity, so no ref. */
export function placeValue(place: Place, type: Type, view = false): Value {
  if (isPrimitiveType(type) && type.size > 0) return { refs: noRefs, type };
  return valueOfRef({ kind: 'place', place, type, view }, type);
}

export function objectValue(object: FreshObject): Value {
  return valueOfRef({ kind: 'object', object, view: false }, object.type);
}

export function functionValue(node: FunctionNode, unit: SourceUnit): Value {
  return valueOfRef({ kind: 'function', node, unit }, typeOfKind('function'));
}

export function classValue(node: ClassRef['node'], unit: SourceUnit): Value {
  return valueOfRef({ kind: 'class', node, unit }, typeOfKind('function'));
}

export function valueOfRef(ref: Ref, type: Type): Value {
  return { refs: new Map([[refKey(ref), ref]]), type };
}

/** More refs than this are given up as unknown: soundly, and in bounded time. */
const maxRefs = 48;

export function joinValues(a: Value, b: Value): Value {
  if (a === b || (b.refs.size === 0 && b.type.size === 0)) return a;
  if (a.refs.size === 0 && a.type.size === 0) return b;
  if (a.refs.size > maxRefs) return a;
  // What was given up once stays so, or a fixed point would never be reached.
  if (a.refs.has(tooManyKey) || b.refs.has(tooManyKey)) return widen(a, b);
  const type = joinTypes(a.type, b.type);
  const refs = joinRefs(a.refs, b.refs);
  if (refs === a.refs) return type === a.type ? a : { refs, type };
  return refs.size > maxRefs ? widen(a, b) : { refs, type };
}

/** The very map `a` when `b` adds nothing. */
function joinRefs(a: ReadonlyMap<string, Ref>, b: ReadonlyMap<string, Ref>): ReadonlyMap<string, Ref> {
  let joined: Map<string, Ref> | undefined;
  for (const [key, ref] of b) {
    const known = (joined ?? a).get(key);
    const next = known ? joinRef(known, ref) : ref;
    if (next !== known) (joined ??= new Map(a)).set(key, next);
  }
  return joined ?? a;
}

function joinRef(a: Ref, b: Ref): Ref {
  if (a.kind !== 'place' || b.kind !== 'place') return a;
  const type = joinTypes(a.type, b.type);
  return type === a.type ? a : { ...a, type };
}

const tooMany: Ref = {
  kind: 'place',
  type: anyType,
  place: { root: { kind: 'unknown', why: 'too many values' }, path: [] },
  view: false,
};

const tooManyKey = refKey(tooMany);

/** Many refs as few: whole objects by their roots, and the unknown. Keeps the functions, so that calls stay accounted for. */
function widen(a: Value, b: Value): Value {
  const refs = new Map<string, Ref>();
  for (const [key, ref] of bothRefs(a, b)) {
    if (refs.size >= maxRefs) break;
    const wide = widenRef(ref);
    refs.set(wide === ref ? key : refKey(wide), wide);
  }
  refs.set(tooManyKey, tooMany);
  const isSame = refs.size === a.refs.size && [...refs.keys()].every((key) => a.refs.has(key));
  return isSame && a.type === anyType ? a : { refs, type: anyType };
}

function* bothRefs(a: Value, b: Value): Generator<[string, Ref]> {
  yield* a.refs;
  yield* b.refs;
}

/** The very ref when it is wide already, as most are by the time that there are too many. */
function widenRef(ref: Ref): Ref {
  if (ref.kind !== 'place' || ref.place.path.length === 0) return ref;
  const [first, ...more] = ref.place.path;
  const isWide = first?.kind === 'all' && !first.isDeep && !first.ifObject && more.length === 0;
  if (isWide) return ref;
  return { ...ref, place: { root: ref.place.root, path: [{ kind: 'all' }] } };
}

export function joinAll(values: Iterable<Value>): Value {
  let all = nothing;
  for (const value of values) all = joinValues(all, value);
  return all;
}

/** The same refs, with better evidence of the type (an annotation or assertion). */
export function withType(value: Value, type: Type): Value {
  if (isPrimitiveType(type) && type.size > 0) return { refs: noRefs, type };
  const refs = [...value.refs].map(
    ([key, ref]) => [key, ref.kind === 'place' ? { ...ref, type } : ref] as const,
  );
  return { refs: new Map(refs), type };
}

/** What is known of one of the things that a value may be. */
export function typeOfRef(ref: Ref, value: Value): Type {
  if (ref.kind === 'place') return ref.type;
  return ref.kind === 'object' ? ref.object.type : value.type;
}

export function isPrimitive(value: Value): boolean {
  return value.refs.size === 0 && isPrimitiveType(value.type);
}

export function isUnknown(value: Value): boolean {
  for (const ref of value.refs.values()) {
    if (ref.kind === 'place' && ref.place.root.kind === 'unknown') return true;
  }
  return value.refs.size === 0 && !isPrimitiveType(value.type);
}

/** Deeper than this, a place stands for all below it. */
const maxDepth = 6;

/** `place` and one key more. */
export function extendPlace(place: Place, key: Key): Place {
  const last = place.path[place.path.length - 1];
  if (last?.kind === 'all') return allBelow(place, place.path.length - 1);
  if (place.path.length >= maxDepth) return allBelow(place, maxDepth - 1);
  return { root: place.root, path: [...place.path, key] };
}

/** Everything in an object, and in all that can be reached from it. */
function allBelow({ root, path }: Place, depth: number): Place {
  return { root, path: [...path.slice(0, depth), { kind: 'all', isDeep: true }] };
}

export function refKey(ref: Ref): string {
  switch (ref.kind) {
    case 'place':
      return `${ref.view ? 'view ' : ''}${placeKey(ref.place)}`;
    case 'object':
      return `${ref.view ? 'view ' : ''}object ${ref.object.key}`;
    case 'function':
    case 'class':
      return `${ref.kind} ${ref.node.range[0]} ${ref.unit.file}`;
    case 'builtin':
      return `builtin ${ref.module ?? ''} ${ref.path}`;
    case 'namespace':
      return `namespace ${ref.unit.file}`;
  }
}

export function placeKey(place: Place): string {
  return rootKey(place.root) + place.path.map(keyText).join('');
}

export function rootKey(root: Root): string {
  switch (root.kind) {
    case 'binding':
      return `binding ${root.id}`;
    case 'item':
    case 'global':
      return `${root.kind} ${root.name}`;
    case 'this':
      return 'this';
    case 'param':
      return `param ${root.index}`;
    case 'fresh':
      return `fresh ${root.site[0]}-${root.site[1]}`;
    case 'unknown':
      return `unknown ${root.why}`;
  }
}

export function keyText(key: Key): string {
  switch (key.kind) {
    case 'name':
      return `.${key.name}`;
    case 'index':
      return `[${key.subscript.terms.map((t) => [t.coefficient, ...t.factors].join('*')).join('+')}]`;
    case 'unknown':
      return '[?]';
    case 'all':
      return key.ifObject ? '[**?]' : key.isDeep ? '[**]' : '[*]';
  }
}
