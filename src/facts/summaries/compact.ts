/** Summaries stay small: one step for each thing done, the first; and few enough steps that call chains stay cheap. */
import type { Effect, Range } from '../../model/index.ts';
import type { Step, Store } from '../effects/frame.ts';
import { joinValues, placeKey, refKey, undefinedValue } from '../values/value.ts';
import type { FreshObject, Value } from '../values/value.ts';
import type { Summary } from './table.ts';

const maxSteps = 160;

/** Steps that do the same (the place or source told apart, where in the text not) are one; unconditional if one is. */
export function compactSteps(steps: readonly Step[]): readonly Step[] {
  const unique = mergeEqual(steps, stepKey);
  if (unique.length <= maxSteps) return unique;
  const coarse = mergeEqual(unique.map(coarsen), stepKey);
  const [first] = coarse;
  return coarse.length <= maxSteps || !first
    ? coarse
    : [...coarse.slice(0, maxSteps), ...unknownSteps(first.range, 'the function does too many things')];
}

function mergeEqual(steps: readonly Step[], keyOf: (step: Step) => string): Step[] {
  const merged = new Map<string, Step>();
  for (const step of steps) {
    const key = keyOf(step);
    const known = merged.get(key);
    merged.set(key, known ? mergeTwo(known, step) : step);
  }
  return [...merged.values()];
}

function mergeTwo(a: Step, b: Step): Step {
  const conditional = a.conditional && b.conditional;
  if (a.kind !== 'invoke' || b.kind !== 'invoke')
    return a.conditional === conditional ? a : { ...a, conditional };
  return {
    ...a,
    conditional,
    callee: joinValues(a.callee, b.callee),
    thisValue: joinValues(a.thisValue, b.thisValue),
    args: Array.from({ length: Math.max(a.args.length, b.args.length) }, (_, index) => ({
      value: joinValues(a.args[index]?.value ?? undefinedValue, b.args[index]?.value ?? undefinedValue),
      subscript: undefined,
    })),
  };
}

/** A place as its whole root. */
function coarsen(step: Step): Step {
  if (step.kind === 'invoke' || !('place' in step) || step.place.path.length === 0) return step;
  return { ...step, place: { root: step.place.root, path: [{ kind: 'all' }] } };
}

/**
 * What both rounds of a recursive function do, deep places as their whole roots and subscripts as unknown: so that `tree.left.left…` and
 * `out[at + 1 + 1…]` come to an end.
 */
export function widenSummary(before: Summary, after: Summary): Summary {
  const steps = [...before.steps, ...after.steps].map(widen);
  return { ...after, steps: compactSteps(steps), stores: widenStores([...before.stores, ...after.stores]) };
}

function widenStores(stores: readonly Store[]): readonly Store[] {
  const merged = new Map<string, Store>();
  for (const { place: exact, value } of stores) {
    const path = exact.path.map((key) => (key.kind === 'index' ? { kind: 'unknown' as const } : key));
    const place = { root: exact.root, path };
    const known = merged.get(placeKey(place));
    merged.set(placeKey(place), { place, value: known ? joinValues(known.value, value) : value });
  }
  return [...merged.values()];
}

function widen(step: Step): Step {
  if (step.kind === 'invoke' || !('place' in step)) return step;
  const { root, path } = step.place;
  if (path.length > 1) return coarsen(step);
  const isSubscript = path[0]?.kind === 'index';
  return isSubscript ? { ...step, place: { root, path: [{ kind: 'unknown' }] } } : step;
}

/** Anything may happen. */
export function unknownSteps(range: Range, why: string): readonly Effect[] {
  const base = { range, order: 0, conditional: false, via: [] };
  const place = { root: { kind: 'unknown' as const, why }, path: [{ kind: 'all' as const }] };
  return [
    { ...base, kind: 'unknown', why },
    { ...base, kind: 'mutate', method: why, place },
  ];
}

export function stepKey(step: Step): string {
  switch (step.kind) {
    case 'invoke':
      return `invoke ${step.result} ${step.method ?? ''}`;
    case 'read':
      return `read ${placeKey(step.place)}${step.identity ? ' identity' : ''}`;
    case 'write':
      return `write ${placeKey(step.place)} ${step.operator ?? ''}`;
    case 'mutate':
      return `mutate ${placeKey(step.place)} ${step.method}`;
    case 'call':
      return `call ${step.callee} ${step.why}`;
    case 'io':
      return `io ${step.device} ${step.mode} ${step.callee}`;
    case 'nondeterminism':
      return `nondeterminism ${step.source}`;
    case 'ambient':
      return `ambient ${step.source} ${step.mode}`;
    case 'hidden':
    case 'unknown':
      return `${step.kind} ${step.why}`;
    default:
      return step.kind;
  }
}

/** Whether another round of the fixed point added nothing. */
export function isSameSummary(a: Summary, b: Summary): boolean {
  return (
    sameKeys(a.steps.map(wholeKey), b.steps.map(wholeKey)) &&
    sameValue(a.returns, b.returns) &&
    sameValue(a.yields, b.yields) &&
    sameKeys(a.stores.map(storeKey), b.stores.map(storeKey))
  );
}

/** With what a deferred call is given. */
function wholeKey(step: Step): string {
  if (step.kind !== 'invoke') return stepKey(step);
  const given = [step.callee, step.thisValue, ...step.args.map(({ value }) => value)];
  return `${stepKey(step)} ${given.map((value) => describe(value).sort().join(' ')).join(', ')}`;
}

function storeKey(store: Summary['stores'][number]): string {
  return `${placeKey(store.place)} = ${describe(store.value).sort().join(' ')}`;
}

function sameValue(a: Value, b: Value): boolean {
  return sameKeys(describe(a), describe(b));
}

/** Refs and kinds, and what the objects hold. */
function describe(value: Value, seen = new Set<FreshObject>()): string[] {
  const kinds = [...value.type].map((atom) => `type ${atom.kind} ${atom.name ?? ''}`);
  const refs = [...value.refs.values()].flatMap((ref) => {
    if (ref.kind !== 'object' || seen.has(ref.object)) return [refKey(ref)];
    seen.add(ref.object);
    const fields = [...ref.object.fields].flatMap(([name, held]) =>
      describe(held, seen).map((text) => `${name} ${text}`),
    );
    const inside = [...fields, ...describe(ref.object.elements, seen)];
    return [refKey(ref), ...inside.map((text) => `in ${ref.object.key} ${text}`)];
  });
  return [...refs, ...kinds];
}

function sameKeys(a: readonly string[], b: readonly string[]): boolean {
  const [left, right] = [new Set(a), new Set(b)];
  return left.size === right.size && [...left].every((key) => right.has(key));
}
