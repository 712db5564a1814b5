/** The iteration protocol: for-of, spread, array patterns, yield*. */
import type { Range } from '../../model/index.ts';
import { applyFunction } from '../summaries/apply.ts';
import { elementsOfType } from '../values/type.ts';
import { joinAll, joinValues, nothing, placeValue, primitive, unknownValue } from '../values/value.ts';
import type { Ref, Value } from '../values/value.ts';
import { storedAt } from './stores.ts';
import { callElementGetters } from './accessors.ts';
import { findMember } from './classes.ts';
import { emit } from './frame.ts';
import type { Frame } from './frame.ts';
import { contentsOf, placeOf } from './members.ts';
import { runTraps } from './proxies.ts';

interface Spot {
  readonly range: Range;
}

/** Reads all elements (or keys); gives what each may be. Iterators of unknown objects are taken as plain (docs/semantics.md). */
export function iterate(
  frame: Frame,
  value: Value,
  spot: Spot,
  what: 'elements' | 'keys' = 'elements',
): Value {
  let result = [...value.type].some((atom) => atom.kind === 'string') ? primitive('string') : nothing;
  for (const ref of value.refs.values()) {
    result = joinValues(
      result,
      joinAll([iterateRef(frame, ref, spot), callIterator(frame, value, ref, spot, what)]),
    );
  }
  return result;
}

function iterateRef(frame: Frame, ref: Ref, spot: Spot): Value {
  const place = placeOf(frame, ref, { kind: 'all' });
  if (!place) return unknownValue('module namespace');
  emit(frame, { kind: 'read', place }, spot.range);
  runTraps(frame, spot, ref);
  callElementGetters(frame, spot, ref);
  if (ref.kind === 'object') {
    return ref.object.escaped ? unknownValue('escaped object') : contentsOf(ref.object);
  }
  if (ref.kind !== 'place') return unknownValue('iteration of code');
  // What an iterator has given it doesn't give again.
  if ([...ref.type].some(({ kind }) => kind === 'iterator' || kind === 'async-iterator')) {
    emit(frame, { kind: 'mutate', place, method: 'next' }, spot.range);
  }
  const element = placeOf(frame, ref, { kind: 'unknown' });
  return joinValues(placeValue(element, elementsOfType(ref.type)), storedAt(frame, element));
}

/** A class of the project with its own `[Symbol.iterator]`. */
function callIterator(frame: Frame, value: Value, ref: Ref, spot: Spot, what: 'elements' | 'keys'): Value {
  if (what === 'keys') return nothing;
  const iterators = [...value.type].flatMap(({ instanceOf }) => {
    const member = instanceOf && findMember(frame.run, instanceOf, '[Symbol.iterator]', 'method');
    return member ? [member] : [];
  });
  const thisValue: Value = { refs: new Map([['this', ref]]), type: value.type };
  const site = { range: spot.range, name: '[Symbol.iterator]', args: [], thisValue, isNew: false };
  return joinAll(iterators.map((member) => iterateResult(applyFunction(frame, member, site))));
}

function iterateResult(iterator: Value): Value {
  return joinAll(
    [...iterator.refs.values()].map((ref) =>
      ref.kind === 'object' ? contentsOf(ref.object) : unknownValue('iterator'),
    ),
  );
}
