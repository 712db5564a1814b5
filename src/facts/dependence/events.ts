/** What the walk over a body records: reads and writes with what is known at that moment. */
import type { Access, BindingId, Key, Polynomial, Range } from '../../model/index.ts';

/** An inner loop around an event. Its counter runs from 0 and obeys `counter · divisor ≤ limit` for every bound. */
export interface Counter {
  readonly symbol: BindingId;
  readonly bounds: readonly CounterBound[];
  /** Set when the loop, once entered, surely runs its body for each of 0 … last. */
  readonly last: Polynomial | undefined;
}

export interface CounterBound {
  readonly limit: Polynomial;
  /** Positive. */
  readonly divisor: number;
}

/** An access to a part of an object. `path` is the access's path with subscripts in resolved symbols (see symbols.ts). */
export interface MemoryEvent {
  readonly access: Access;
  readonly path: readonly Key[];
  /** Place in evaluation order. */
  readonly position: number;
  /** Inner loops around it, outermost first. */
  readonly counters: readonly Counter[];
  readonly conditional: boolean;
}

/** A read or write of a variable itself. */
export interface ScalarEvent {
  readonly kind: 'read' | 'write';
  readonly id: BindingId;
  readonly range: Range;
  readonly position: number;
  /** A read that may see a value from before this iteration. */
  readonly exposed: boolean;
  readonly conditional: boolean;
  /** Start offsets of the inner loops around it. */
  readonly loops: readonly BindingId[];
}

/** Everything that one walk over the body finds out. */
export interface BodyFlow {
  readonly memory: readonly MemoryEvent[];
  readonly scalars: readonly ScalarEvent[];
  /** The counter of the loop in question. */
  readonly iteration: Counter;
  /** Values that are surely not 0, such as the loop's symbolic step. */
  readonly nonZero: readonly Polynomial[];
  /** Variables whose value at the start of an iteration is known in closed form. */
  readonly inductions: ReadonlySet<BindingId>;
}
