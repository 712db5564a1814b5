/** Calls: of functions of the project by their summaries, of built-ins by their profiles, of anything else as unknown. */
import type { TSESTree } from '@typescript-eslint/types';
import type { CallStep, Range } from '../../model/index.ts';
import { lookupGlobal, lookupModuleFunction, polynomial } from './lookups.ts';
import { staticKey, unwrap } from '../ast.ts';
import { applyFunction } from '../summaries/apply.ts';
import { requiredValue } from '../values/exports.ts';
import { anyType, typeOfKind } from '../values/type.ts';
import {
  joinValues,
  nothing,
  placeValue,
  primitive,
  undefinedValue,
  unknownValue,
  valueOfRef,
} from '../values/value.ts';
import { objectValue } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { applyProfile } from './builtin-calls.ts';
import { callSuperMethod, construct, superCall } from './construct.ts';
import { evaluate } from './expressions.ts';
import { conditionally, emit, isConditional, putInto } from './frame.ts';
import type { Argument, Frame } from './frame.ts';
import { iterate } from './iteration.ts';
import { allocateAt } from './literals.ts';
import { callMethod } from './method-calls.ts';
import { reachable } from './escape.ts';
import { leak } from './escape.ts';
import { isModuleLevel, variableById } from '../scopes.ts';
import { isTakenAsPure } from './pure.ts';

/** A call as it happens: what is called with what, and where effects are reported. */
export interface CallSite {
  readonly range: Range;
  /** The callee's text. */
  readonly name: string;
  readonly thisValue: Value;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  /** Some argument is a spread: positions aren't known. */
  readonly isSpread?: boolean;
  /** `new Array(n).fill(0)`: what the call gives has other elements before anything can look at them. */
  readonly isFilled?: boolean;
  /** Calls on the way here, when the call stands in a summary. */
  readonly via?: readonly CallStep[];
  /** The name of the deferred call that this one resolves. */
  readonly deferredAs?: string;
}

export function evaluateCall(frame: Frame, node: TSESTree.CallExpression): Value {
  const callee = unwrap(node.callee);
  if (callee.type === 'Super') return superCall(frame, node);
  if (callee.type === 'MemberExpression' && callee.object.type !== 'Super') {
    return evaluateMethodCall(frame, node, callee);
  }
  if (callee.type === 'MemberExpression') {
    const inherited = callSuperMethod(frame, node, staticKey(callee.property, callee.computed));
    if (inherited) return inherited;
  }
  const required = requiredValue(frame.run, node, frame.unit);
  if (required) return required;
  const target = evaluate(frame, callee);
  return mayBeSkipped(frame, node, () => callValue(frame, siteOf(frame, node, undefinedValue), target));
}

function evaluateMethodCall(
  frame: Frame,
  node: TSESTree.CallExpression,
  callee: TSESTree.MemberExpression,
): Value {
  const receiver = evaluate(frame, callee.object);
  if (callee.computed) evaluate(frame, callee.property);
  const name = staticKey(callee.property, callee.computed);
  const skippable = { optional: node.optional || callee.optional };
  return mayBeSkipped(frame, skippable, () =>
    callMethod(frame, siteOf(frame, node, receiver), receiver, name),
  );
}

function mayBeSkipped(frame: Frame, { optional }: { readonly optional: boolean }, call: () => Value): Value {
  return optional ? joinValues(conditionally(frame, call), undefinedValue) : call();
}

export function evaluateNew(frame: Frame, node: TSESTree.NewExpression): Value {
  const callee = evaluate(frame, node.callee);
  return callValue(frame, { ...siteOf(frame, node, undefinedValue), isNew: true }, callee);
}

export function evaluateTaggedTemplate(frame: Frame, node: TSESTree.TaggedTemplateExpression): Value {
  const tag = unwrap(node.tag);
  const strings = {
    value: objectValue(allocateAt(frame, node.quasi, typeOfKind('array'))),
    subscript: undefined,
  };
  const isMethod = tag.type === 'MemberExpression' && tag.object.type !== 'Super';
  const callee = evaluate(frame, isMethod ? tag.object : tag);
  const args = [strings, ...node.quasi.expressions.map((part) => argumentOf(frame, part))];
  const site = { range: node.range, name: nameOf(frame, tag), args, isNew: false };
  if (!isMethod) return callValue(frame, { ...site, thisValue: undefinedValue }, callee);
  return callMethod(frame, { ...site, thisValue: callee }, callee, staticKey(tag.property, tag.computed));
}

type AnyCall = TSESTree.CallExpression | TSESTree.NewExpression;

export function siteOf(frame: Frame, node: AnyCall, thisValue: Value): CallSite {
  const isSpread = node.arguments.some((argument) => argument.type === 'SpreadElement');
  const args = node.arguments.map((argument) =>
    argument.type === 'SpreadElement'
      ? { value: iterate(frame, evaluate(frame, argument.argument), argument), subscript: undefined }
      : argumentOf(frame, argument),
  );
  const spread = isSpread ? spreadArguments(args) : args;
  return {
    range: node.range,
    name: nameOf(frame, node.callee),
    thisValue,
    args: spread,
    isNew: false,
    isSpread,
    isFilled: isFilledAtOnce(node),
  };
}

function isFilledAtOnce({ parent, range }: AnyCall): boolean {
  if (
    parent.type !== 'MemberExpression' ||
    parent.object.range[0] !== range[0] ||
    parent.object.range[1] !== range[1]
  )
    return false;
  const isFill = staticKey(parent.property, parent.computed) === 'fill';
  const call = parent.parent;
  const isCalled = call.type === 'CallExpression' && call.callee === parent && !parent.optional;
  return isFill && isCalled && call.arguments.length === 1 && call.arguments[0]?.type !== 'SpreadElement';
}

/** After a spread any argument may stand at any position. */
function spreadArguments(args: readonly Argument[]): readonly Argument[] {
  const any = args.reduce((all, { value }) => joinValues(all, value), undefinedValue);
  return Array.from({ length: args.length + 6 }, () => ({ value: any, subscript: undefined }));
}

function argumentOf(frame: Frame, node: TSESTree.Node): Argument {
  return { value: evaluate(frame, node), subscript: polynomial(frame, node) };
}

/** The callee as written, on one line. */
function nameOf(frame: Frame, node: TSESTree.Node): string {
  const text = frame.unit.text.slice(node.range[0], node.range[1]).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** Calls everything that `callee` may be; gives what the call may give. */
export function callValue(frame: Frame, site: CallSite, callee: Value): Value {
  if (isTakenAsPure(frame, site)) return pureResult(frame, site);
  if (callee.refs.size === 0) {
    return callee.type.size > 0 && [...callee.type].some(({ kind }) => kind === 'any' || kind === 'function')
      ? callUnknown(frame, site, 'unknown-callee')
      : nothing;
  }
  let result = nothing;
  const isChoice = callee.refs.size > 1;
  for (const ref of callee.refs.values()) {
    const call = () => callRef(frame, site, ref);
    result = joinValues(result, isChoice ? conditionally(frame, call) : call());
  }
  return result;
}

function callRef(frame: Frame, site: CallSite, ref: Ref): Value {
  switch (ref.kind) {
    case 'function':
      if (site.isNew) return construct(frame, site, ref);
      return applyFunction(frame, { node: ref.node, unit: ref.unit, name: site.name }, site);
    case 'class':
      return site.isNew ? construct(frame, site, ref) : nothing;
    case 'builtin':
      return callBuiltin(frame, site, ref);
    case 'place':
      return isSymbolic(frame, ref)
        ? defer(frame, site, valueOfRef(ref, anyType), undefined)
        : callUnknown(frame, site, 'unknown-callee');
    case 'object':
    case 'namespace':
      return callUnknown(frame, site, 'unknown-callee');
  }
}

function callBuiltin(frame: Frame, site: CallSite, ref: Ref & { kind: 'builtin' }): Value {
  const use = site.isNew ? 'new' : 'call';
  const count = site.isSpread ? undefined : site.args.length;
  const profile =
    ref.module === undefined
      ? lookupGlobal(ref.path, use, count)
      : lookupModuleFunction(ref.module, ref.path, use, count);
  if (!profile) return callUnknown(frame, site, 'no-source');
  return applyProfile(frame, site, profile, site.thisValue);
}

/** In a summary, what parameters, `this`, variables of functions around it and results of callbacks are is for the caller to say. */
export function isSymbolic(frame: Frame, ref: Ref): boolean {
  if (!frame.isSummary || ref.kind !== 'place') return false;
  const { root } = ref.place;
  if (root.kind === 'binding') {
    const variable = variableById(root.id);
    return variable !== undefined && !isModuleLevel(variable);
  }
  return (
    root.kind === 'param' ||
    root.kind === 'this' ||
    (root.kind === 'unknown' && root.why.startsWith('result '))
  );
}

/** Leaves a call to the caller of the summarised function. One that was left before keeps its name, so recursion ends. */
export function defer(frame: Frame, site: CallSite, callee: Value, method: string | undefined): Value {
  const result = site.deferredAs ?? `result of ${site.name} at ${site.range[0]} in ${frame.unit.file}`;
  frame.steps.push({
    kind: 'invoke',
    callee,
    thisValue: site.thisValue,
    method,
    args: site.args,
    isNew: site.isNew,
    result,
    name: site.name,
    range: site.range,
    conditional: isConditional(frame),
    via: site.via ?? [],
  });
  return placeValue({ root: { kind: 'unknown', why: result }, path: [] }, anyType);
}

/** Nothing is known of the callee: it may do anything to what it can reach. */
export function callUnknown(
  frame: Frame,
  site: CallSite,
  why: 'unknown-callee' | 'unknown-method' | 'no-source' | 'dynamic',
): Value {
  const more = { via: site.via ?? [] };
  emit(frame, { kind: 'call', callee: site.name, why }, site.range, more);
  for (const { value } of site.args) leak(frame, value, site.range, site.name, more.via);
  leak(frame, site.thisValue, site.range, site.name, more.via);
  const anywhere = { root: { kind: 'unknown' as const, why: site.name }, path: [{ kind: 'all' as const }] };
  emit(frame, { kind: 'mutate', place: anywhere, method: site.name }, site.range, more);
  return unknownValue(`result of a call of ${site.name}`);
}

/** Declared pure: reads what it is given, gives something new that may hold what it was given. */
export function pureResult(frame: Frame, site: CallSite): Value {
  const result = allocateAt(frame, { range: site.range } as TSESTree.Node, anyType, ' pure');
  let held = primitive('undefined');
  for (const value of [site.thisValue, ...site.args.map((argument) => argument.value)]) {
    for (const ref of reachable(value)) {
      if (ref.kind === 'place') {
        const place = { root: ref.place.root, path: [...ref.place.path, { kind: 'all' as const }] };
        emit(frame, { kind: 'read', place }, site.range, { via: site.via ?? [] });
      }
    }
    held = joinValues(held, value);
  }
  putInto(frame, result, { kind: 'unknown' }, held);
  return joinValues(objectValue(result), held);
}
