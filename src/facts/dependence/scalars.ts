/**
 * Purpose: dependences of variables, by upward-exposed reads.
 * Input: the scalar events of one walk.
 * Guarantee: a variable without an exposed read carries nothing from one iteration to the next.
 *
 * Allen & Kennedy, section 5.3 (scalar expansion and privatisation).
 */
import type { Access, Binding, BindingId, Dependence, Range } from '../../model/index.ts';
import type { BodyFlow, ScalarEvent } from './events.ts';
import type { DependenceInput } from './input.ts';

/** The dependences of variables declared outside the body that the body writes. */
export function scalarDependences(input: DependenceInput, flow: BodyFlow): readonly Dependence[] {
  const accesses = new Map(input.accesses.map((a) => [accessKey(a.kind, a.place.root, a.range), a]));
  return outerBindings(input).flatMap(({ id, name }) => {
    const events = flow.scalars.filter((e) => e.id === id);
    const access = (e: ScalarEvent) =>
      accesses.get(accessKey(e.kind, { kind: 'binding', id, name }, e.range));
    const isInduction = flow.inductions.has(id);
    return events.flatMap((source) =>
      events.flatMap((sink) => pairDependences(source, sink, access(source), access(sink), isInduction)),
    );
  });
}

function outerBindings(input: DependenceInput): readonly Binding[] {
  const items = new Set<BindingId>(input.loop.items.map((item) => item.id));
  return input.bindings.filter((b) => b.level !== 'iteration' && !items.has(b.id));
}

function accessKey(kind: string, root: Access['place']['root'], range: Range): string {
  return `${kind} ${root.kind === 'binding' ? root.id : ''} ${range.join()}`;
}

function pairDependences(
  source: ScalarEvent,
  sink: ScalarEvent,
  from: Access | undefined,
  to: Access | undefined,
  isInduction: boolean,
): readonly Dependence[] {
  if (!from || !to || (source.kind === 'read' && sink.kind === 'read')) return [];
  const kind = source.kind === 'read' ? 'anti' : sink.kind === 'read' ? 'flow' : 'output';
  const isCarried = kind !== 'flow' || (sink.exposed && !isInduction);
  const isHere = source.position < sink.position || source.loops.some((l) => sink.loops.includes(l));
  const make = (carried: boolean): Dependence => ({
    kind,
    carried,
    distance: carried && isSure(source) ? 1 : undefined,
    source: from.id,
    sink: to.id,
    place: to.place,
    certainty: isSure(source) && isSure(sink) ? 'definite' : 'possible',
    test: 'scalar',
  });
  return [...(isCarried ? [make(true)] : []), ...(isHere && source !== sink ? [make(false)] : [])];
}

function isSure(event: ScalarEvent): boolean {
  return !event.conditional && event.loops.length === 0;
}
