/**
 * Purpose: a call's effects in its caller: the callee's summary with arguments, receiver and variables put in.
 * Input: the summary and the call.
 * Guarantee: every step of the summary has its counterpart; what can't be traced becomes a place of unknown root.
 */
import type { CallStep, Effect, Key, Place, Range } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { contains, isClass, isFunction } from '../ast.ts';
import { callGetter, callSetter } from '../effects/accessors.ts';
import type { ClassMember } from '../effects/classes.ts';
import { callMethod } from '../effects/method-calls.ts';
import { callUnknown, callValue, pureResult } from '../effects/calls.ts';
import type { CallSite } from '../effects/calls.ts';
import { isPossibleConversion, readConverted } from '../effects/converted.ts';
import { allocate, conditionally, emit, putInto } from '../effects/frame.ts';
import type { Frame, Invocation } from '../effects/frame.ts';
import { TooInvolved, spend } from '../run.ts';
import { isDeclaredPure } from '../effects/pure.ts';
import { noteKey, storeAt } from '../effects/members.ts';
import { typeOfKind } from '../values/type.ts';
import { joinValues, nothing, objectValue, typeOfRef, unknownValue, valueOfRef } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { createMapping, mapPlace, mapValue, setResult, standingPlaces } from './mapping.ts';
import type { Mapping } from './mapping.ts';
import { summarize } from './summarize.ts';
import type { Summary } from './table.ts';
import { recordBack } from './record-back.ts';

/** Functions that call each other through their parameters are followed so far. */
const maxApplying = 16;
/** Calls that one evaluation resolves; what is more is unknown. */
const maxCalls = 4_000;

export function applyFunction(frame: Frame, callee: ClassMember, site: CallSite): Value {
  if (isDeclaredPure(callee.node, callee.unit)) return pureResult(frame, site);
  const { applying } = frame.run;
  const isCycle = applying.filter((node) => node === callee.node).length > 1;
  if (++frame.calls > maxCalls) throw new TooInvolved();
  if (isCycle || applying.length >= maxApplying) return callUnknown(frame, site, 'dynamic');
  applying.push(callee.node);
  const result = applyKnown(frame, callee, site);
  applying.pop();
  return result;
}

function applyKnown(frame: Frame, callee: ClassMember, site: CallSite): Value {
  const summary = summarize(frame.run, callee.node, callee.unit);
  const isArrow = callee.node.type === 'ArrowFunctionExpression';
  const thisValue = isArrow ? lexicalThis(frame, callee.node) : site.thisValue;
  const returned = applySummary(frame, summary, { ...site, thisValue });
  const { node } = callee;
  if (node.generator)
    return wrap(
      frame,
      site,
      node.async ? 'async-iterator' : 'iterator',
      joinValues(returned.yields, returned.value),
    );
  return node.async ? wrap(frame, site, 'promise', returned.value) : returned.value;
}

/** An arrow function has the `this` of the code around it; of an arrow from elsewhere it isn't known. */
function lexicalThis(frame: Frame, arrow: FunctionNode): Value {
  let at = arrow.parent;
  while (at.type === 'ArrowFunctionExpression' || !(isFunction(at) || isClass(at) || at.type === 'Program')) {
    if (at.range[0] === frame.range[0] && at.range[1] === frame.range[1]) return frame.thisValue;
    at = at.parent;
  }
  const isOwn = at.range[0] === frame.range[0] && at.range[1] === frame.range[1];
  const isAround = contains(at.range, frame.range) && contains(frame.range, arrow.range);
  return isOwn || isAround ? frame.thisValue : unknownValue('this of a closure');
}

/** Emits the summary's effects at the call, and gives what is returned and yielded. */
export function applySummary(
  frame: Frame,
  summary: Summary,
  site: CallSite,
): { value: Value; yields: Value } {
  const mapping = createMapping(frame, site, summary);
  const isInline = isInside(frame, summary, site);
  for (const step of summary.steps) {
    const apply = () => {
      applyStep(frame, mapping, summary, site, step, isInline);
    };
    if (step.conditional) conditionally(frame, apply);
    else apply();
  }
  for (const store of summary.stores) applyStore(frame, mapping, site, store.place, store.value);
  return {
    value: mapValue(frame, mapping, summary.returns),
    yields: mapValue(frame, mapping, summary.yields),
  };
}

/** A callback that stands in the call itself: its effects keep their own ranges. */
function isInside(frame: Frame, summary: Summary, site: CallSite): boolean {
  return summary.at.file === frame.unit.file && contains(site.range, summary.at.range);
}

function applyStep(
  frame: Frame,
  mapping: Mapping,
  summary: Summary,
  site: CallSite,
  step: Effect | Invocation,
  isInline: boolean,
): void {
  spend(frame.run, 1);
  const range = isInline ? step.range : site.range;
  const via = isInline ? step.via : [...(site.via ?? []), callStep(summary, site), ...step.via];
  if (step.kind === 'invoke') invoke(frame, mapping, step, { ...site, range, via });
  else if (step.kind === 'await' || step.kind === 'yield') {
    if (step.kind === 'await')
      emit(frame, { kind: 'unknown', why: 'an async function goes on later' }, range, { via });
  } else if (step.kind === 'read' && step.identity) {
    for (const place of standingPlaces(frame, mapping, step.place))
      emit(frame, { ...step, place }, range, { via });
  } else if (step.kind === 'read' && isPossibleConversion(step.place)) {
    for (const { holder } of mapPlace(frame, mapping, step.place)) convert(frame, step, holder, range, via);
  } else if ('place' in step) {
    for (const { place, holder, key } of mapPlace(frame, mapping, step.place)) {
      emit(frame, { ...step, place }, range, { via });
      if (holder && key) runAccessor(frame, step.kind, holder, key, range);
    }
  } else emit(frame, step, range, { via });
}

/** In the caller it may turn out that what is converted is an object. */
function convert(
  frame: Frame,
  step: Effect,
  holder: Ref | undefined,
  range: Range,
  via: readonly CallStep[],
): void {
  if (holder) readConverted(frame, valueOfRef(holder, typeOfRef(holder, nothing)), range, via);
  else emit(frame, step, range, { via });
}

/** In the caller it may turn out that the property is a getter or setter. */
function runAccessor(frame: Frame, kind: Effect['kind'], holder: Ref, key: Key, range: Range): void {
  const object = valueOfRef(holder, typeOfRef(holder, nothing));
  if (kind === 'read') callGetter(frame, { range }, object, holder, key);
  else if (kind === 'write')
    callSetter(frame, { range }, holder, key, unknownValue('value given to a setter'));
}

/** Chains of calls are shown up to here. */
const maxVia = 8;

function callStep(summary: Summary, site: CallSite): CallStep {
  return { callee: site.name, at: summary.at };
}

function invoke(frame: Frame, mapping: Mapping, step: Invocation, at: CallSite): void {
  const via = (at.via ?? []).slice(0, maxVia);
  const site: CallSite = {
    range: at.range,
    name: step.name,
    thisValue: mapValue(frame, mapping, step.thisValue),
    args: step.args.map(({ value, subscript }) => ({
      value: mapValue(frame, mapping, value),
      subscript: subscript && mapping.subscript(subscript),
    })),
    isNew: step.isNew,
    via,
    deferredAs: step.result,
  };
  const result =
    step.method === undefined
      ? callValue(frame, site, mapValue(frame, mapping, step.callee))
      : callMethod(frame, site, site.thisValue, step.method);
  setResult(mapping, step.result, result);
}

function applyStore(frame: Frame, mapping: Mapping, site: CallSite, place: Place, value: Value): void {
  recordBack(frame, mapping, place, mapValue(frame, mapping, value), (ref: Ref, key) => {
    noteKey(frame, ref, key);
    storeAt(frame, site.range, ref, key, mapValue(frame, mapping, value));
  });
}

/** The promise or iterator that an async or generator function gives. */
function wrap(
  frame: Frame,
  site: CallSite,
  kind: 'promise' | 'iterator' | 'async-iterator',
  held: Value,
): Value {
  const object = allocate(frame, `${site.range[0]}-${site.range[1]} ${kind} ${site.name}`, () => ({
    site: site.range,
    type: typeOfKind(kind),
    fields: new Map<string, Value>(),
    elements: nothing,
    instanceOf: undefined,
    getters: new Map(),
    setters: new Map(),
  }));
  putInto(frame, object, { kind: 'unknown' }, held);
  return objectValue(object);
}
