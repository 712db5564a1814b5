/**
 * Values that leave the evaluated code's sight. Functions that can be reached from them may be called at any time, with anything;
 * objects may be changed, when code that isn't known gets them.
 */
import type { CallStep, Place, Range } from '../../model/index.ts';
import { spend } from '../run.ts';
import { applyFunction } from '../summaries/apply.ts';
import { extendPlace, placeKey, refKey, unknownValue } from '../values/value.ts';
import type { FreshObject, Ref, Value } from '../values/value.ts';
import { conditionally, emit } from './frame.ts';
import type { Frame } from './frame.ts';

/** The functions in a value that is kept somewhere outside are accounted for where they are kept. */
export function escape(frame: Frame, value: Value, range: Range): void {
  if (value.refs.size === 0) return;
  for (const ref of reachable(value)) if (ref.kind === 'function') callAnyTime(frame, ref, range);
}

/** Code that isn't known gets the value: everything that can be reached may be changed and kept. */
export function leak(
  frame: Frame,
  value: Value,
  range: Range,
  callee: string,
  via: readonly CallStep[] = [],
): void {
  if (value.refs.size === 0) return;
  const changed = new Map<string, Place>();
  const reached = reachable(value);
  spend(frame.run, reached.length);
  for (const ref of reached) {
    if (ref.kind === 'function') callAnyTime(frame, ref, range);
    const place = changedPlace(ref, value.refs.has(refKey(ref)));
    if (place) changed.set(placeKey(place), place);
    if (ref.kind === 'object' && !ref.object.escaped) {
      ref.object.escaped = true;
      frame.changed = true;
    }
  }
  for (const place of changed.values())
    emit(frame, { kind: 'mutate', place, method: callee }, range, { via });
}

/** All of an object; of what is only held by another, all of its root, to keep the effects few. */
function changedPlace(ref: Ref, isDirect: boolean): Place | undefined {
  const all = { kind: 'all' as const };
  if (ref.kind === 'object') return { root: { kind: 'fresh', site: ref.object.site }, path: [all] };
  if (ref.kind !== 'place') return undefined;
  return isDirect ? extendPlace(ref.place, all) : { root: ref.place.root, path: [all] };
}

const anything = unknownValue('argument of a function called from outside');

function callAnyTime(frame: Frame, ref: Ref & { kind: 'function' }, range: Range): void {
  const args = ref.node.params.map(() => ({ value: anything, subscript: undefined }));
  const site = { range, name: ref.node.id?.name ?? '(closure)', args, thisValue: anything, isNew: false };
  conditionally(frame, () => applyFunction(frame, { node: ref.node, unit: ref.unit, name: site.name }, site));
}

/** The refs of a value, and those of all that its objects hold. */
export function reachable(value: Value): readonly Ref[] {
  const found = new Map<string, Ref>();
  const seen = new Set<FreshObject>();
  const pending: Value[] = [value];
  for (let at = pending.pop(); at; at = pending.pop()) {
    for (const [key, ref] of at.refs) {
      found.set(key, ref);
      if (ref.kind !== 'object' || seen.has(ref.object)) continue;
      seen.add(ref.object);
      pending.push(ref.object.elements, ...ref.object.fields.values());
    }
  }
  return [...found.values()];
}
