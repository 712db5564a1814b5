/**
 * A ref says where an object stood when the code began; a subscript in it must still mean the same when the ref is used later.
 * `r = rows[k]; k++; r[0] = 1` writes to a row, which one is no longer told by `k`.
 */
import type { Key } from '../../model/index.ts';
import { contains } from '../ast.ts';
import { declaredRange, isReassigned, variableById } from '../scopes.ts';
import type { Variable } from '../scopes.ts';
import { refKey } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import type { Frame } from './frame.ts';

/** The value as it may be kept in `keeper` (undefined: in an object). */
export function stabilize(frame: Frame, value: Value, keeper: Variable | undefined): Value {
  if (![...value.refs.values()].some((ref) => hasUnstableKey(frame, ref, keeper))) return value;
  const refs = [...value.refs.values()].map((ref): Ref => {
    if (ref.kind !== 'place' || !hasUnstableKey(frame, ref, keeper)) return ref;
    const path = ref.place.path.map((key) =>
      isStableKey(frame, key, keeper) ? key : { kind: 'unknown' as const },
    );
    return { ...ref, place: { root: ref.place.root, path } };
  });
  return { refs: new Map(refs.map((ref) => [refKey(ref), ref])), type: value.type };
}

function hasUnstableKey(frame: Frame, ref: Ref, keeper: Variable | undefined): boolean {
  return ref.kind === 'place' && ref.place.path.some((key) => !isStableKey(frame, key, keeper));
}

function isStableKey(frame: Frame, key: Key, keeper: Variable | undefined): boolean {
  if (key.kind !== 'index') return true;
  return key.subscript.terms.every((term) => term.factors.every((id) => isStableFactor(frame, id, keeper)));
}

/** Never assigned again while `keeper` lives, and not made anew while it does. */
function isStableFactor(frame: Frame, id: string, keeper: Variable | undefined): boolean {
  const factor = variableById(id);
  if (!factor) return false;
  const { block } = factor.scope;
  if (!isReassigned(factor)) {
    if (!contains(frame.range, declaredRange(factor)) || contains(block.range, frame.range)) return true;
    return keeper !== undefined && contains(block.range, keeper.scope.block.range);
  }
  const writes = factor.references.filter((reference) => reference.isWrite() && !reference.init);
  const life = keeper === undefined ? frame.range : keeper.scope.block.range;
  return writes.every((reference) => !contains(life, reference.identifier.range));
}
