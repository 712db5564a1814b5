/**
 * Purpose: visit inner loops: once in rehearsal for the closed forms of what they change, once for the record.
 * Input: a recorder, the state before the loop.
 * Guarantee: the states inside hold in every iteration of the inner loop; the state after it, however often it ran.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Polynomial } from '../../model/index.ts';
import type { Counter, CounterBound } from './events.ts';
import type { Recorder } from './recorder.ts';
import type { Reachable, State } from './state.ts';
import type { Jumps } from './walk-statement.ts';
import { boundFrom, factsOf, isSurelyNonNegative, stepOf, tripsFrom, valueAt } from './closed-form.ts';
import { constant, constantValue, subtract, variable, variablesOf } from './polynomial.ts';
import { anyValue, joinAll } from './state.ts';
import {
  innerCounter,
  isCounter,
  isInvariant,
  isOpaque,
  isTripCount,
  startOf,
  tripCount,
} from './symbols.ts';
import { assignPattern, evaluate } from './walk-expression.ts';
import { newTarget, walkDeclarations, walkStatement, within } from './walk-statement.ts';

type Node = TSESTree.Node;

/** What an iteration consists of, in order: head, test, body, update (a do-while tests after the body). */
interface LoopParts {
  readonly node: Node;
  readonly head: (state: State) => State;
  readonly test: Node | null;
  readonly body: Node;
  readonly update: Node | null;
  readonly testsFirst: boolean;
  readonly label: string | undefined;
}

const unchanged = (state: State): State => state;

export function walkForStatement(
  recorder: Recorder,
  node: TSESTree.ForStatement,
  before: State,
  jumps: Jumps,
  label?: string,
): Reachable {
  const { init, test, body, update } = node;
  const entered =
    init?.type === 'VariableDeclaration'
      ? walkDeclarations(recorder, init, before)
      : evaluate(recorder, init, before);
  const parts = { node, head: unchanged, test, body, update, testsFirst: true, label };
  return walkLoop(recorder, parts, entered, jumps);
}

export function walkWhileStatement(
  recorder: Recorder,
  node: TSESTree.WhileStatement | TSESTree.DoWhileStatement,
  before: State,
  jumps: Jumps,
  label?: string,
): Reachable {
  const { test, body } = node;
  const testsFirst = node.type === 'WhileStatement';
  const parts = { node, head: unchanged, test, body, update: null, testsFirst, label };
  return walkLoop(recorder, parts, before, jumps);
}

/** for-of and for-in: the item is new and unknown in each iteration. */
export function walkIteration(
  recorder: Recorder,
  node: TSESTree.ForOfStatement | TSESTree.ForInStatement,
  before: State,
  jumps: Jumps,
  label?: string,
): Reachable {
  const entered = evaluate(recorder, node.right, before);
  const head = (state: State) => assignPattern(recorder, itemPattern(node), state);
  const parts = { node, head, test: null, body: node.body, update: null, testsFirst: true, label };
  return walkLoop(recorder, parts, entered, jumps);
}

export function itemPattern(node: TSESTree.ForOfStatement | TSESTree.ForInStatement): Node {
  return node.left.type === 'VariableDeclaration' ? node.left.declarations[0].id : node.left;
}

function walkLoop(recorder: Recorder, parts: LoopParts, entry: State, jumps: Jumps): Reachable {
  const { steps, isComplete } = rehearseLoop(recorder, parts, entry, jumps);
  const symbol = innerCounter(parts.node.range[0]);
  const head = headState(recorder, entry, recorder.writes.inside(parts.node.range), steps, symbol);
  const facts = parts.test && parts.testsFirst ? testFacts(recorder, parts.test, head) : [];
  const bounds = facts.flatMap((fact) => boundFrom(fact, symbol) ?? []);
  const trips = facts.length === 1 ? tripValue(bounds) : undefined;
  const last = isComplete && trips ? bounds[0]?.limit : undefined;
  const counter: Counter = { symbol, bounds: trips ? [...bounds, below(trips)] : bounds, last };
  const around = recorder.counters;
  recorder.counters = [...around, counter];
  const { end, breaks } = walkOnce(recorder, parts, head, jumps);
  recorder.counters = around;
  return exitState(recorder, parts, entry, { steps, trips, end, breaks });
}

const below = (trips: Polynomial): CounterBound => ({ limit: subtract(trips, constant(1)), divisor: 1 });

/** Polynomials that are at least zero when the test holds in `state`. */
export function testFacts(recorder: Recorder, test: Node, state: State): readonly Polynomial[] {
  return factsOf(test, (expression) => recorder.valueOf(expression, state));
}

function walkOnce(
  recorder: Recorder,
  parts: LoopParts,
  head: State,
  jumps: Jumps,
): { readonly end: Reachable; readonly breaks: readonly State[] } {
  const target = newTarget('loop', parts.label);
  const started = parts.head(head);
  const tested = parts.testsFirst ? evaluate(recorder, parts.test, started) : started;
  const body = walkStatement(recorder, parts.body, tested, within(jumps, target));
  const next = joinAll([body, ...target.continues]);
  const last = parts.testsFirst ? parts.update : parts.test;
  return { end: next && evaluate(recorder, last, next), breaks: target.breaks };
}

/**
 * What each written variable gains in one iteration, where that is the same in all of them, and whether nothing but its
 * test ends the loop.
 */
function rehearseLoop(
  recorder: Recorder,
  parts: LoopParts,
  entry: State,
  jumps: Jumps,
): { readonly steps: ReadonlyMap<BindingId, Polynomial>; readonly isComplete: boolean } {
  const at = parts.node.range[0];
  const written = recorder.writes.inside(parts.node.range);
  const outer = rehearse(jumps);
  recorder.rehearsals += 1;
  const { end, breaks } = walkOnce(recorder, parts, rehearsalState(entry, written, at), outer);
  recorder.rehearsals -= 1;
  const fixed = new Set([...entry.values.values()].flatMap(variablesOf));
  const steps = stepsOf(end, written, at, (id) => isOpaque(id) && !fixed.has(id));
  const left = [breaks, outer.returns, ...outer.targets.flatMap((t) => [t.breaks, t.continues])];
  return { steps, isComplete: left.every((states) => states.length === 0) };
}

/** Jump targets of the same shape that collect nothing. */
export function rehearse(jumps: Jumps): Jumps {
  return { targets: jumps.targets.map((t) => newTarget(t.kind, t.label)), returns: [] };
}

/** Each written variable stands for its own value at the start of the iteration. */
export function rehearsalState(entry: State, written: ReadonlySet<BindingId>, at: number): State {
  const values = new Map(entry.values);
  for (const id of written) values.set(id, variable(startOf(id, at)));
  return { assigned: entry.assigned, values };
}

export function stepsOf(
  end: Reachable,
  written: ReadonlySet<BindingId>,
  at: number,
  isVarying: (id: BindingId) => boolean,
): ReadonlyMap<BindingId, Polynomial> {
  const steps = new Map<BindingId, Polynomial>();
  const starts = new Set([...written].map((id) => startOf(id, at)));
  for (const id of written) {
    const value = end?.values.get(id);
    const step = value && stepOf(variable(startOf(id, at)), value, (v) => starts.has(v) || isVarying(v));
    if (step) steps.set(id, step);
  }
  return steps;
}

function headState(
  recorder: Recorder,
  entry: State,
  written: ReadonlySet<BindingId>,
  steps: ReadonlyMap<BindingId, Polynomial>,
  counter: BindingId,
): State {
  const values = new Map(entry.values);
  for (const id of written) {
    const step = steps.get(id);
    const value = step && valueAt(recorder.variableValue(id, entry), step, variable(counter));
    values.set(id, value ?? anyValue(id));
  }
  return { assigned: entry.assigned, values };
}

/** The trip count as a value that is surely not negative. */
function tripValue(bounds: readonly CounterBound[]): Polynomial | undefined {
  const trips = tripsFrom(bounds);
  if (!trips) return undefined;
  const known = constantValue(trips);
  if (known !== undefined) return constant(Math.max(0, known));
  if (isSurelyNonNegative(trips, (id) => isCounter(id) || isTripCount(id))) return trips;
  return isInvariant(trips) ? variable(tripCount(trips)) : undefined;
}

interface Outcome {
  readonly steps: ReadonlyMap<BindingId, Polynomial>;
  readonly trips: Polynomial | undefined;
  readonly end: Reachable;
  readonly breaks: readonly State[];
}

function exitState(recorder: Recorder, parts: LoopParts, entry: State, outcome: Outcome): Reachable {
  const { steps, trips, end, breaks } = outcome;
  const surelyRuns = !parts.testsFirst || (trips && (constantValue(trips) ?? 0) >= 1);
  const last = surelyRuns ? joinAll([end, ...breaks]) : entry;
  if (!last) return undefined;
  const values = new Map(entry.values);
  for (const id of recorder.writes.inside(parts.node.range)) {
    const step = breaks.length === 0 && trips ? steps.get(id) : undefined;
    const value = step && trips && valueAt(recorder.variableValue(id, entry), step, trips);
    values.set(id, value ?? anyValue(id));
  }
  return { assigned: last.assigned, values };
}
