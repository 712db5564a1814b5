/**
 * A frame: the evaluation of one piece of code (a loop's body, a function for its summary). Variables hold the union of all that
 * is ever assigned to them, so the code is walked again until nothing is added; the effects of the last walk count.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { CallStep, Effect, Key, Place, Polynomial, Range, SourceUnit } from '../../model/index.ts';
import { contains } from '../ast.ts';
import { TooInvolved } from '../run.ts';
import type { Run } from '../run.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { ScopeIndex, Variable } from '../scopes.ts';
import type { FreshObject, Value } from '../values/value.ts';
import { joinValues, nothing, placeKey, rootKey } from '../values/value.ts';

/** A value handed over in a call, with its subscript polynomial where it is a whole number. */
export interface Argument {
  readonly value: Value;
  readonly subscript: Polynomial | undefined;
}

/** A call that only the caller of the summarised function can resolve: of a parameter, or of a method of one. */
export interface Invocation {
  readonly kind: 'invoke';
  readonly callee: Value;
  readonly thisValue: Value;
  /** Set when a method of `thisValue` is called, not `callee`. */
  readonly method: string | undefined;
  readonly args: readonly Argument[];
  readonly isNew: boolean;
  /** Names the result in the values of the summary. */
  readonly result: string;
  readonly name: string;
  readonly range: Range;
  readonly conditional: boolean;
  readonly via: readonly CallStep[];
}

/** Effects that evaluation leaves, before they are numbered. */
export type Step = Effect | Invocation;

/** Something was put at a place that existed before the evaluated code began. */
export interface Store {
  readonly place: Place;
  value: Value;
}

export interface Frame {
  readonly run: Run;
  readonly unit: SourceUnit;
  readonly scopes: ScopeIndex;
  /** Variables declared within are the frame's own. */
  readonly range: Range;
  readonly variables: Map<Variable, Value>;
  readonly objects: Map<string, FreshObject>;
  readonly stores: Map<string, Store>;
  /** The same, by the text of their roots. */
  readonly storesByRoot: Map<string, Store[]>;
  readonly values: Map<TSESTree.Node, Value>;
  /** Whether parameters are symbolic: calls of them are left to the caller. */
  readonly isSummary: boolean;
  steps: Step[];
  thisValue: Value;
  /** Class whose method is evaluated, for `super`. */
  homeClass: TSESTree.ClassDeclaration | TSESTree.ClassExpression | undefined;
  returns: Value;
  yields: Value;
  /** Depth of code that may be skipped. */
  conditional: number;
  /** A jump may have left the code before this point. */
  mayHaveLeft: boolean;
  /** Nesting of the expression at hand. */
  depth: number;
  /** Calls resolved so far. */
  calls: number;
  /** Something grew in this walk. */
  changed: boolean;
  /** Set where not all effects are asked for: evaluation ends with the first for which this holds. */
  isEnough?: (effect: Effect) => boolean;
  /** Evaluation has ended with such an effect. */
  isSettled: boolean;
}

export function createFrame(run: Run, unit: SourceUnit, range: Range, isSummary: boolean): Frame {
  return {
    run,
    unit,
    scopes: scopeIndexOf(unit),
    range,
    variables: new Map(),
    objects: new Map(),
    stores: new Map(),
    storesByRoot: new Map(),
    values: new Map(),
    isSummary,
    steps: [],
    thisValue: nothing,
    homeClass: undefined,
    returns: nothing,
    yields: nothing,
    conditional: 0,
    mayHaveLeft: false,
    depth: 0,
    calls: 0,
    changed: false,
    isSettled: false,
  };
}

/** Walks more than this don't find the fixed point sooner; what is still growing then is given up as unknown. */
const maxWalks = 8;

/** Evaluates until nothing is added. Returns false when that took too long. */
export function runToFixedPoint(frame: Frame, walk: () => void): boolean {
  for (let walks = 0; walks < maxWalks; walks++) {
    beginWalk(frame);
    walk();
    if (!frame.changed) return true;
  }
  return false;
}

function beginWalk(frame: Frame): void {
  frame.steps = [];
  frame.changed = false;
  frame.conditional = 0;
  frame.mayHaveLeft = false;
  frame.depth = 0;
}

/** Whether the variable belongs to the evaluated code itself. */
export function isLocal(frame: Frame, variable: Variable): boolean {
  if (frame.variables.has(variable)) return true;
  const { block } = variable.scope;
  return contains(frame.range, block.range) && frame.run.unitOf(variable)?.ast === frame.unit.ast;
}

/** Distributes over a union: the effect without what `emit` adds. */
export type Draft<E = Effect> = E extends Effect ? Omit<E, 'range' | 'order' | 'conditional' | 'via'> : never;

export interface Circumstances {
  readonly conditional?: boolean;
  readonly via?: readonly CallStep[];
}

/** One evaluation leaves no more steps than this: beyond it the code is given up as unknown, so time stays bounded. */
const maxSteps = 6_000;

export function emit(frame: Frame, draft: Draft, range: Range, more: Circumstances = {}): void {
  if (frame.steps.length >= maxSteps) throw new TooInvolved();
  const conditional = isConditional(frame) || (more.conditional ?? false);
  const base = { range, order: frame.steps.length, conditional, via: more.via ?? [] };
  const effect = { ...draft, ...base };
  frame.steps.push(effect);
  if (!frame.isEnough?.(effect)) return;
  frame.isSettled = true;
  throw new TooInvolved();
}

export function isConditional(frame: Frame): boolean {
  return frame.conditional > 0 || frame.mayHaveLeft;
}

/** Evaluates code that may be skipped. */
export function conditionally<T>(frame: Frame, evaluate: () => T): T {
  frame.conditional++;
  const result = evaluate();
  frame.conditional--;
  return result;
}

export function bindVariable(frame: Frame, variable: Variable, value: Value): void {
  const before = frame.variables.get(variable) ?? nothing;
  const after = joinValues(before, value);
  if (after !== before || !frame.variables.has(variable)) {
    frame.variables.set(variable, after);
    frame.changed ||= after !== before;
  }
}

/** Remembers that `value` was put at a place from outside. */
export function recordStore(frame: Frame, place: Place, value: Value): void {
  const key = placeKey(place);
  const known = frame.stores.get(key);
  if (!known) {
    const store = { place, value };
    frame.stores.set(key, store);
    const root = rootKey(place.root);
    const others = frame.storesByRoot.get(root);
    if (others) others.push(store);
    else frame.storesByRoot.set(root, [store]);
    frame.changed = true;
    return;
  }
  const after = joinValues(known.value, value);
  if (after !== known.value) frame.changed = true;
  known.value = after;
}

/** Puts a value into an object of the frame's own. */
export function putInto(frame: Frame, object: FreshObject, key: Key, value: Value): void {
  const name = key.kind === 'name' ? key.name : undefined;
  const before = name === undefined ? object.elements : (object.fields.get(name) ?? nothing);
  const after = joinValues(before, value);
  if (after === before) return;
  frame.changed = true;
  if (name === undefined) object.elements = after;
  else object.fields.set(name, after);
}

export function addReturn(frame: Frame, value: Value): void {
  const after = joinValues(frame.returns, value);
  frame.changed ||= after !== frame.returns;
  frame.returns = after;
}

export function addYield(frame: Frame, value: Value): void {
  const after = joinValues(frame.yields, value);
  frame.changed ||= after !== frame.yields;
  frame.yields = after;
}

/** The frame's object for an allocation at a node: the same one in every walk. */
export function allocate(
  frame: Frame,
  key: string,
  make: () => Omit<FreshObject, 'key' | 'escaped' | 'hasOtherKeys'>,
): FreshObject {
  const known = frame.objects.get(key);
  if (known) return known;
  const object: FreshObject = { key, escaped: false, hasOtherKeys: false, ...make() };
  frame.objects.set(key, object);
  frame.changed = true;
  return object;
}
