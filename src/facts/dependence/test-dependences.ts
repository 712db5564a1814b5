/**
 * Purpose: all dependences between the accesses of a loop's body.
 * Input: DependenceInput.
 * Guarantee: every pair that may touch the same memory, at least one writing, is reported unless a test rules it out.
 */
import type { Access, Dependence } from '../../model/index.ts';
import type { DependenceInput } from './input.ts';

/** The dependences of one loop, in the order of their sinks. */
export function testDependences(input: DependenceInput): readonly Dependence[] {
  const { accesses } = input;
  return accesses.flatMap((sink) =>
    accesses.filter((source) => isConflict(source, sink)).map((source) => carriedDependence(source, sink)),
  );
}

function isConflict(source: Access, sink: Access): boolean {
  if (source.kind === 'read' && sink.kind === 'read') return false;
  const [a, b] = [source.place.root, sink.place.root];
  return a.kind !== 'binding' || b.kind !== 'binding' || a.id === b.id;
}

function carriedDependence(source: Access, sink: Access): Dependence {
  const kind = source.kind === 'read' ? 'anti' : sink.kind === 'read' ? 'flow' : 'output';
  const common = { source: source.id, sink: sink.id, place: sink.place };
  return { kind, carried: true, distance: undefined, ...common, certainty: 'possible', test: 'alias' };
}
