/**
 * Purpose: tell apart objects that the function around a loop allocates, at any depth, from each other and from what was there before.
 * Input: the abstract evaluation of that whole function, with its parameters symbolic.
 * Guarantee: `areApart` only when no object that one path may lead to, at any time of the call, is one that the other may lead to.
 * (Points-to analysis by allocation sites, flow-insensitive: Andersen 1994.)
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Place } from '../model/index.ts';
import type { FunctionNode, ListContent, LoopSite } from './analysis.ts';
import { containsFunction, isFunction } from './ast.ts';
import { reachable } from './effects/escape.ts';
import { createFrame } from './effects/frame.ts';
import type { Frame, Step } from './effects/frame.ts';
import { evaluateFunctionBody } from './effects/functions.ts';
import { readQuietly } from './effects/quiet.ts';
import { itemVariables } from './loop-items.ts';
import { TooInvolved } from './run.ts';
import type { Run } from './run.ts';
import { scopeIndexOf } from './scopes.ts';
import { evaluateSafely } from './summaries/summarize.ts';
import { thisTypeAround } from './values/class-types.ts';
import type { Atom, Type } from './values/type.ts';
import { isPrimitive, joinAll, nothing, placeValue } from './values/value.ts';
import type { Ref, Value } from './values/value.ts';

export function areApart(run: Run, site: LoopSite, a: Place, b: Place): boolean {
  return areProvenApart(run, site, a, b, (_, value) => value);
}

/** Whether no object that `to` may lead to can be reached, by any path, from what `from` leads to. */
export function isOutOfReach(run: Run, site: LoopSite, from: Place, to: Place): boolean {
  return areProvenApart(run, site, to, from, everythingIn);
}

/** @param spread all that counts of what the second path leads to */
function areProvenApart(
  run: Run,
  site: LoopSite,
  a: Place,
  b: Place,
  spread: (frame: Frame, value: Value) => Value,
): boolean {
  const { enclosing } = site;
  if (!isFunction(enclosing)) return false;
  const frame = frameOf(run, site, enclosing);
  if (!frame) return false;
  try {
    const [left, right] = [standingAt(frame, site, a), standingAt(frame, site, b)];
    return left !== undefined && right !== undefined && !mayShare(left, spread(frame, right));
  } catch (error) {
    if (error instanceof TooInvolved) return false;
    throw error;
  }
}

/** The kinds that ever stand at a place during the call, if they are all primitives. */
export function primitiveTypeAt(run: Run, site: LoopSite, place: Place): Type | undefined {
  const { enclosing } = site;
  const frame = isFunction(enclosing) ? frameOf(run, site, enclosing) : undefined;
  if (!frame) return undefined;
  try {
    const value = standingAt(frame, site, place);
    return value && value.type.size > 0 && isPrimitive(value) ? value.type : undefined;
  } catch (error) {
    if (error instanceof TooInvolved) return undefined;
    throw error;
  }
}

/**
 * What ever stands in the arrays (and typed arrays) that an expression of the enclosing function gives, if it makes all of them and they
 * have no named properties.
 */
export function contentOfLists(run: Run, site: LoopSite, expression: TSESTree.Node): ListContent | undefined {
  const { enclosing } = site;
  const frame = isFunction(enclosing) ? frameOf(run, site, enclosing) : undefined;
  const value = frame?.values.get(expression);
  const content = elementsOfLists(value, isOwnList);
  if (!value || !content) return undefined;
  if (holdsPrimitives(content)) return [...value.type].some(isBytes) ? 'bytes' : 'primitives';
  const isAllLists = [...content.type].every(isListKind);
  const inner = isAllLists ? elementsOfLists(content, isOwnRow) : undefined;
  return inner && holdsPrimitives(inner) ? 'rows' : undefined;
}

function holdsPrimitives(content: Value): boolean {
  return content === nothing || isPrimitive(content);
}

/** What stands in lists; undefined where the value may be anything but them. A new typed array is known by its type alone. */
function elementsOfLists(
  value: Value | undefined,
  isKnown: (ref: Ref) => ref is OwnObject,
): Value | undefined {
  if (!value || value.type.size === 0) return undefined;
  if (value.refs.size === 0) {
    return [...value.type].every((atom) => isBytes(atom) || atom.kind === 'undefined') ? nothing : undefined;
  }
  const lists = [...value.refs.values()].flatMap((ref) => (isKnown(ref) ? [ref.object] : []));
  return lists.length === value.refs.size ? joinAll(lists.map(({ elements }) => elements)) : undefined;
}

function isBytes({ kind }: Atom): boolean {
  return kind === 'typed-array';
}

type OwnObject = Ref & { kind: 'object' };

function isOwnList(ref: Ref): ref is OwnObject {
  if (ref.kind !== 'object' || ref.view || ref.object.escaped) return false;
  const { type, instanceOf, fields } = ref.object;
  return [...type].every(isListKind) && instanceOf === undefined && fields.size === 0;
}

/** A list that `slice` and `forEach` give whole. */
function isOwnRow(ref: Ref): ref is OwnObject {
  return isOwnList(ref) && !ref.object.hasOtherKeys;
}

/** An element may be missing. */
function isListKind({ kind }: Atom): boolean {
  return kind === 'array' || kind === 'typed-array' || kind === 'undefined';
}

const frames = new WeakMap<Run, WeakMap<FunctionNode, Frame | 'none'>>();

/** The evaluation of a function; undefined where code that isn't known could tie its objects to others unseen. */
function frameOf(run: Run, { unit }: LoopSite, node: FunctionNode): Frame | undefined {
  const ofRun = frames.get(run) ?? new WeakMap<FunctionNode, Frame | 'none'>();
  frames.set(run, ofRun);
  const known = ofRun.get(node);
  if (known) return known === 'none' ? undefined : known;
  const frame = createFrame(run, unit, node.range, true);
  frame.thisValue = placeValue({ root: { kind: 'this' }, path: [] }, thisTypeAround(run, unit, node.body));
  const isDone = evaluateSafely(run, frame, () => {
    evaluateFunctionBody(frame, node);
  });
  const isClear =
    isDone && !frame.steps.some(givesAway) && !(hasUnknownCalls(frame) && containsFunction(node.body));
  ofRun.set(node, isClear ? frame : 'none');
  return isClear ? frame : undefined;
}

/** A call that only the caller can resolve may keep what it is given anywhere. */
function givesAway(step: Step): boolean {
  if (step.kind !== 'invoke') return false;
  const given = [step.thisValue, ...step.args.map(({ value }) => value)];
  return given.some((value) => reachable(value).some(({ kind }) => kind === 'object' || kind === 'function'));
}

function hasUnknownCalls({ steps }: Frame): boolean {
  return steps.some(({ kind }) => /^(?:call|unknown|hidden|invoke)$/.test(kind));
}

/** All that may ever stand at a place during the call; undefined for what isn't a variable of the function. */
function standingAt(frame: Frame, site: LoopSite, { root, path }: Place): Value | undefined {
  let value = root.kind === 'this' ? frame.thisValue : rootValue(frame, site, root);
  for (const key of path) value = value && readQuietly(frame, value, key);
  return value;
}

function rootValue(
  frame: Frame,
  { unit, node, loop, callback }: LoopSite,
  root: Place['root'],
): Value | undefined {
  if (root.kind === 'binding') {
    const variable = scopeIndexOf(unit).variableByExternalId(root.id);
    return variable && frame.variables.get(variable);
  }
  if (root.kind !== 'item') return undefined;
  const items = itemVariables(unit, node, loop.form, callback);
  const item = items.find(({ variable }) => variable.name === root.name);
  return item && frame.variables.get(item.variable);
}

/** A value with all that can be reached from it. What is stored in any object from outside may be, if it comes from there. */
function everythingIn(frame: Frame, value: Value): Value {
  let all = value;
  for (let before = nothing; before !== all;) {
    before = all;
    const isOutside = [...all.refs.values()].some(({ kind }) => kind !== 'object');
    const stored = isOutside ? [...frame.stores.values()].map((store) => store.value) : [];
    all = joinAll([all, readQuietly(frame, all, { kind: 'all' }), ...stored]);
  }
  return all;
}

function mayShare(a: Value, b: Value): boolean {
  if (a.refs.size === 0 || b.refs.size === 0) return true;
  return [...a.refs.values()].some((p) => [...b.refs.values()].some((q) => mayBeSame(p, q)));
}

/** Memory of another object, whichever names lead to it. */
function isView(ref: Ref): boolean {
  return (ref.kind === 'place' || ref.kind === 'object') && ref.view;
}

/** An object of the function's own is none that was there before, unless unknown code had it. */
function mayBeSame(p: Ref, q: Ref): boolean {
  if (isView(p) || isView(q)) return true;
  if (p.kind === 'object' && q.kind === 'object') return p.object.key === q.object.key;
  const [object, other] = p.kind === 'object' ? [p.object, q] : q.kind === 'object' ? [q.object, p] : [];
  if (!object || other?.kind !== 'place') return !object;
  return object.escaped || other.place.root.kind === 'unknown' || other.place.root.kind === 'fresh';
}
