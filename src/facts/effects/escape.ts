/**
 * Values that leave the evaluated code's sight. Functions that can be reached from them may be called at any time, with anything;
 * objects may be changed, when code that isn't known gets them.
 */
import type { CallStep, Range } from '../../model/index.ts';
import { applyFunction } from '../summaries/apply.ts';
import { extendPlace, refKey, unknownValue } from '../values/value.ts';
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
  for (const ref of reachable(value)) {
    if (ref.kind === 'function') callAnyTime(frame, ref, range);
    else if (ref.kind === 'place') {
      const place = extendPlace(ref.place, { kind: 'all' });
      emit(frame, { kind: 'mutate', place, method: callee }, range, { via });
    } else if (ref.kind === 'object') {
      const place = {
        root: { kind: 'fresh' as const, site: ref.object.site },
        path: [{ kind: 'all' as const }],
      };
      emit(frame, { kind: 'mutate', place, method: callee }, range, { via });
      if (!ref.object.escaped) {
        ref.object.escaped = true;
        frame.changed = true;
      }
    }
  }
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
    for (const ref of at.refs.values()) {
      found.set(refKey(ref), ref);
      if (ref.kind !== 'object' || seen.has(ref.object)) continue;
      seen.add(ref.object);
      pending.push(ref.object.elements, ...ref.object.fields.values());
    }
  }
  return [...found.values()];
}
