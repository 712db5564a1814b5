/**
 * Purpose: one walk over a loop's body.
 * Input: DependenceInput.
 * Guarantee: every access becomes an event that holds for any iteration, numbered by `iterationCounter` from 0.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Polynomial } from '../../model/index.ts';
import type { BodyFlow, Counter } from './events.ts';
import type { DependenceInput } from './input.ts';
import type { Reachable, State } from './state.ts';
import type { Jumps, Target } from './walk-statement.ts';
import { boundFrom, valueAt } from './closed-form.ts';
import { constantValue, variable } from './polynomial.ts';
import { Recorder } from './recorder.ts';
import { anyValue, assign, joinAll } from './state.ts';
import { initialOf, isInvariant, isOpaque, iterationCounter } from './symbols.ts';
import { descendants, isFunction, targetsOf } from './syntax.ts';
import { assignPattern, evaluate } from './walk-expression.ts';
import { itemPattern, rehearsalState, stepsOf, testFacts } from './walk-loop.ts';
import { newTarget, walkStatement } from './walk-statement.ts';

type Steps = ReadonlyMap<BindingId, Polynomial>;

const flows = new WeakMap<DependenceInput, BodyFlow>();

/** The events of the body; computed once for each input. */
export function walkBody(input: DependenceInput): BodyFlow {
  const known = flows.get(input) ?? computeFlow(input);
  flows.set(input, known);
  return known;
}

function computeFlow(input: DependenceInput): BodyFlow {
  const recorder = new Recorder(input);
  const header = headerOf(input.body);
  const steps = findSteps(recorder, header);
  recorder.passedJump = false;
  const head = firstState(recorder, header, steps);
  const facts = header?.test ? testFacts(recorder, header.test, head) : [];
  const bounds = facts.flatMap((fact) => boundFrom(fact, iterationCounter) ?? []);
  const iteration: Counter = { symbol: iterationCounter, bounds, last: undefined };
  walkIterationBody(recorder, head);
  const { memory, scalars } = recorder;
  const nonZero = hasEarlyExit(input.body) ? [] : headerSteps(recorder, header, steps);
  return { memory, scalars, iteration, nonZero, inductions: new Set(steps.keys()) };
}

/** The `for (init; test; update)` around the body; undefined for all other forms. */
function headerOf(body: TSESTree.Node): TSESTree.ForStatement | undefined {
  return body.parent?.type === 'ForStatement' ? body.parent : undefined;
}

function findSteps(recorder: Recorder, header: TSESTree.ForStatement | undefined): Steps {
  const written = recorder.writes.all;
  const start = rehearsalState({ assigned: new Set(), values: new Map() }, written, 0);
  recorder.rehearsals += 1;
  const end = walkIterationBody(recorder, start);
  const updated = end && header?.update ? evaluate(recorder, header.update, end) : end;
  recorder.rehearsals -= 1;
  return stepsOf(updated, written, 0, isOpaque);
}

/** The state at the start of iteration number `iterationCounter`. */
function firstState(recorder: Recorder, header: TSESTree.ForStatement | undefined, steps: Steps): State {
  const empty: State = { assigned: new Set(), values: new Map() };
  const values = new Map<BindingId, Polynomial>();
  for (const id of recorder.writes.all) {
    const step = steps.get(id);
    const entry = initialValue(recorder, header, id, empty) ?? variable(initialOf(id));
    values.set(id, step ? valueAt(entry, step, variable(iterationCounter)) : anyValue(id));
  }
  return { assigned: new Set(), values };
}

function initialValue(
  recorder: Recorder,
  header: TSESTree.ForStatement | undefined,
  id: BindingId,
  empty: State,
): Polynomial | undefined {
  const init = header?.init;
  const pairs =
    init?.type === 'VariableDeclaration'
      ? init.declarations.map((d) => [d.id, d.init] as const)
      : init?.type === 'AssignmentExpression'
        ? [[init.left, init.right] as const]
        : [];
  const pair = pairs.find(([target]) => isBinding(recorder, target, id));
  const value = pair?.[1] ? recorder.valueOf(pair[1], empty) : undefined;
  return value && isInvariant(value) ? value : undefined;
}

function isBinding(recorder: Recorder, node: TSESTree.Node, id: BindingId): boolean {
  return node.type === 'Identifier' && recorder.input.bindingOf(node)?.id === id;
}

/** One iteration from its start; gives the state at its end. */
function walkIterationBody(recorder: Recorder, start: State): Reachable {
  const { body, loop } = recorder.input;
  const target: Target = newTarget('loop', loop.label);
  const jumps: Jumps = { targets: [target], returns: [] };
  const begun = bindItems(recorder, start);
  const node = isFunction(body) ? body.body : body;
  const end = node.type.endsWith('Statement')
    ? walkStatement(recorder, node, begun, jumps)
    : evaluate(recorder, node, begun);
  return joinAll([end, ...target.continues, ...(isFunction(body) ? jumps.returns : [])]);
}

/** Items are new in each iteration; the index of a method form is the iteration's number. */
function bindItems(recorder: Recorder, start: State): State {
  const { body, loop } = recorder.input;
  const { parent } = body;
  const patterns = isFunction(body)
    ? body.params
    : parent?.type === 'ForOfStatement' || parent?.type === 'ForInStatement'
      ? [itemPattern(parent)]
      : [];
  const bound = patterns.reduce((state, pattern) => assignPattern(recorder, pattern, state), start);
  if (!isFunction(body) || loop.form === 'reduce') return bound;
  const numbered = loop.items.filter((item) => item.role === 'index');
  return numbered.reduce((state, { id }) => assign(state, id, variable(iterationCounter)), bound);
}

/**
 * A loop that its header alone ends, and whose step is 0, never ends once it has begun a second iteration; so the symbolic
 * step of a variable that the test reads isn't 0.
 */
function headerSteps(
  recorder: Recorder,
  header: TSESTree.ForStatement | undefined,
  steps: Steps,
): readonly Polynomial[] {
  if (!header?.test) return [];
  const read = [...descendants(header.test)].flatMap((node) => targetsOf(node));
  const ids = read.flatMap((identifier) => recorder.input.bindingOf(identifier)?.id ?? []);
  const stepping = ids.flatMap((id) => steps.get(id) ?? []);
  return stepping.length === 1 ? stepping.filter((step) => constantValue(step) === undefined) : [];
}

function hasEarlyExit(body: TSESTree.Node): boolean {
  return [...descendants(body)].some((node) => /^(Break|Return|Throw)Statement$/.test(node.type));
}
