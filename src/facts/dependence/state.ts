/** What is known of the scalars at one point of the body. */
import type { BindingId, Polynomial } from '../../model/index.ts';
import { isEqual, variable } from './polynomial.ts';
import { opaque } from './symbols.ts';

export interface State {
  /** Variables that this iteration has surely assigned. */
  readonly assigned: ReadonlySet<BindingId>;
  /** Values of variables that the body writes; the others stand for themselves. */
  readonly values: ReadonlyMap<BindingId, Polynomial>;
}

/** A state, or `undefined` where control can't come. */
export type Reachable = State | undefined;

let serial = 0;

/** A value that nothing is known of. */
export function anyValue(id: BindingId): Polynomial {
  serial += 1;
  return variable(opaque(id, serial));
}

export function valueIn(state: State, id: BindingId): Polynomial {
  return state.values.get(id) ?? variable(id);
}

export function assign(state: State, id: BindingId, value: Polynomial): State {
  return {
    assigned: new Set(state.assigned).add(id),
    values: new Map(state.values).set(id, value),
  };
}

/** The state where two paths meet. */
export function join(a: Reachable, b: Reachable): Reachable {
  if (a === undefined || b === undefined) return a ?? b;
  const values = new Map<BindingId, Polynomial>();
  for (const id of new Set([...a.values.keys(), ...b.values.keys()])) {
    const value = valueIn(a, id);
    values.set(id, isEqual(value, valueIn(b, id)) ? value : anyValue(id));
  }
  return { assigned: new Set([...a.assigned].filter((id) => b.assigned.has(id))), values };
}

export function joinAll(states: readonly Reachable[]): Reachable {
  return states.reduce(join, undefined);
}

/** Forgets the values of variables that were perhaps written. */
export function forget(state: State, ids: Iterable<BindingId>): State {
  const values = new Map(state.values);
  for (const id of ids) values.set(id, anyValue(id));
  return { assigned: state.assigned, values };
}
