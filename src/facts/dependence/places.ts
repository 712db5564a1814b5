/**
 * Purpose: can two accesses, in iterations of their own, touch the same memory?
 * Input: two events and what is known about aliases.
 * Guarantee: `never` is a proof.
 *
 * A location is a container (an object) and a key of it. Two paths meet when their containers are the same object and their last
 * keys are equal. In JavaScript rows of an array may be one object (`a[0] === a[1]`), so unequal row subscripts alone prove nothing;
 * they do where the rows are known to be different objects.
 */
import type { Key, Place } from '../../model/index.ts';
import type { MemoryEvent } from './events.ts';
import type { AliasOracle } from './input.ts';
import type { PairContext, SubscriptResult } from './subscripts.ts';
import { constant, variablesOf } from './polynomial.ts';
import { compareAtDistance, compareSubscripts } from './subscripts.ts';
import { isCounter } from './symbols.ts';

export interface PlaceContext extends PairContext {
  readonly aliases: AliasOracle;
  /** Whether a root denotes one object for the whole loop (or, for `carried: false`, for one iteration). */
  isFixed(place: Place): boolean;
}

type Comparison = SubscriptResult;

const maybe = (test: string): Comparison => ({ equal: 'maybe', test });
const never = (test: string): Comparison => ({ equal: 'never', test });

/** The strongest answer over all ways in which a write at `source` can meet the sink, or a step on the sink's path. */
export function comparePlaces(source: MemoryEvent, sink: MemoryEvent, context: PlaceContext): Comparison {
  if (source.path.length === 0 || sink.path.length === 0) return compareGlobals(source, sink);
  const depths = sink.access.kind === 'write' ? [sink.path.length] : sink.path.map((_, i) => i + 1);
  const met = depths.map((depth) => compareAtDepth(source, sink, depth, context));
  return (
    met.find((r) => r.equal === 'at') ?? met.find((r) => r.equal === 'maybe') ?? met[0] ?? never('alias')
  );
}

/** Global variables themselves: the only places with an empty path here, as other variables are compared by scalars.ts. */
function compareGlobals(source: MemoryEvent, sink: MemoryEvent): Comparison {
  const isSame =
    source.path.length === sink.path.length && isSameRoot(source.access.place, sink.access.place);
  return isSame ? { equal: 'at', distance: undefined, test: 'scalar' } : never('scalar');
}

function compareAtDepth(
  source: MemoryEvent,
  sink: MemoryEvent,
  depth: number,
  context: PlaceContext,
): Comparison {
  const [a, b] = [container(source, source.path.length), container(sink, depth)];
  const [keyA, keyB] = [source.path.at(-1), sink.path[depth - 1]];
  if (!keyA || !keyB) return maybe('alias');
  if (isSameRoot(a, b) && a.path.length === b.path.length && context.isFixed(a)) {
    return compareAligned(source, sink, depth, context);
  }
  if (isDeepRead(source, sink, depth) || mayMeetInside(a, keyA, b, keyB, context)) return maybe('alias');
  if (!isRelated(a, b, context)) return never('alias');
  const last = compareKeys(keyA, keyB, a, context);
  const areCells = isCell(keyA) && isCell(keyB);
  return last.equal === 'at' || (areCells && mayOverlap(a, b, context)) ? maybe('alias') : last;
}

function isCell(key: Key | undefined): boolean {
  return key?.kind !== 'name' || /^\d/.test(key.name);
}

/** Two views of one buffer: equal subscripts say nothing where they start at different offsets. */
function mayOverlap(a: Place, b: Place, { aliases }: PlaceContext): boolean {
  const isSamePlace = isSameRoot(a, b) && a.path.length === 0 && b.path.length === 0;
  return !isSamePlace && aliases.mayBeView(a) && aliases.mayBeView(b);
}

function container({ access, path }: MemoryEvent, depth: number): Place {
  return { root: access.place.root, path: path.slice(0, depth - 1) };
}

/** A read of everything in an object meets writes further down in it. */
function isDeepRead(source: MemoryEvent, sink: MemoryEvent, depth: number): boolean {
  const isWhole = sink.path[depth - 1]?.kind === 'all';
  return isWhole && source.path.length > depth && isSameRoot(source.access.place, sink.access.place);
}

/** One access is to everything that can be reached from its object, and the other's object may be part of that. */
function mayMeetInside(a: Place, keyA: Key, b: Place, keyB: Key, { aliases }: PlaceContext): boolean {
  return (isDeep(keyA) && mayReach(aliases, a, b)) || (isDeep(keyB) && mayReach(aliases, b, a));
}

export function isDeep(key: Key | undefined): boolean {
  return key?.kind === 'all' && key.isDeep === true;
}

export function mayReach(aliases: AliasOracle, from: Place, to: Place): boolean {
  return aliases.mayReach?.(from, to) ?? true;
}

function isRelated(a: Place, b: Place, { aliases, carried }: PlaceContext): boolean {
  const areItems = isSameRoot(a, b) && a.root.kind === 'item' && a.path.length + b.path.length === 0;
  if (carried && areItems) return !aliases.hasDistinctElements(a);
  if (a.root.kind === 'unknown' || b.root.kind === 'unknown') return true;
  if (isSameRoot(a, b) && a.path.length === b.path.length) return true;
  return aliases.relate(a, b) !== 'distinct';
}

export function isSameRoot(a: Place, b: Place): boolean {
  const [p, q] = [a.root, b.root];
  if (p.kind === 'binding' && q.kind === 'binding') return p.id === q.id;
  if (p.kind === 'param' && q.kind === 'param') return p.index === q.index;
  if ('name' in p && 'name' in q) return p.kind === q.kind && p.name === q.name;
  return p.kind === 'this' && q.kind === 'this';
}

/** Same root, same depth: the last keys must be equal, and those keys before them that tell different objects apart. */
function compareAligned(
  source: MemoryEvent,
  sink: MemoryEvent,
  depth: number,
  context: PlaceContext,
): Comparison {
  const dimensions = sink.path.slice(0, depth).map((keyB, d) => {
    const place = container(source, d + 1);
    const keyA = source.path[d] ?? keyB;
    const counts = d === depth - 1 || context.aliases.hasDistinctElements(place);
    return { keyA, keyB, place, counts };
  });
  const results = dimensions.map((d) => ({ ...d, result: compareKeys(d.keyA, d.keyB, d.place, context) }));
  // That elements differ says nothing of what they lead to, further down.
  const counted = results.filter((r, d) => r.counts && (r.result.equal !== 'never' || d >= depth - 2));
  const contradiction = counted.find((r) => r.result.equal === 'never');
  const [a, b] = [container(source, depth), container(sink, depth)];
  const isSamePath = results.slice(0, -1).every((r) => r.counts || r.result.equal === 'at');
  const isByCell = contradiction !== undefined && contradiction === results.at(-1);
  const areCells = isCell(source.path[depth - 1]) && isCell(sink.path[depth - 1]);
  const isOpen = isByCell && areCells && !isSamePath && mayOverlap(a, b, context);
  if (contradiction && !isOpen) return contradiction.result;
  const isSamePrefix = results.every((r) => r.counts || r.result.equal === 'at');
  if (isSamePrefix && !isOpen) return combine(counted, context);
  return isNamed(a) && isNamed(b) && context.aliases.relate(a, b) === 'distinct'
    ? never('alias')
    : maybe('alias');
}

/** Whether a place is reached by property names alone: the same place in every iteration. */
function isNamed({ path }: Place): boolean {
  return path.every((key) => key.kind === 'name');
}

interface Dimension {
  readonly keyA: Key;
  readonly keyB: Key;
  readonly result: Comparison;
}

/** All dimensions at once: a distance from one of them must suit the others (the Delta test). */
function combine(dimensions: readonly Dimension[], context: PlaceContext): Comparison {
  const exact = dimensions.map((d) => d.result).find((r) => r.equal === 'at' && r.distance !== undefined);
  const uncertain = dimensions.find((d) => d.result.equal === 'maybe');
  if (exact?.equal !== 'at' || exact.distance === undefined) {
    return uncertain?.result ?? dimensions.at(-1)?.result ?? maybe('alias');
  }
  const { distance } = exact;
  const again = dimensions.map((d) => atDistance(d, context, distance));
  return again.find((r) => r.equal === 'never') ?? again.find((r) => r.equal === 'maybe') ?? exact;
}

function atDistance({ keyA, keyB, result }: Dimension, context: PlaceContext, distance: number): Comparison {
  if (keyA.kind !== 'index' || keyB.kind !== 'index') return result;
  return compareAtDistance(keyA.subscript, keyB.subscript, context, distance);
}

/** Whether two keys of the same container can be equal. */
function compareKeys(a: Key, b: Key, of: Place, context: PlaceContext): Comparison {
  if (a.kind === 'index' && b.kind === 'index') return compareSubscripts(a.subscript, b.subscript, context);
  if (a.kind === 'name' && b.kind === 'name') {
    return a.name === b.name ? { equal: 'at', distance: undefined, test: 'name' } : never('name');
  }
  if (a.kind === 'name' && b.kind === 'index') return compareNameToIndex(a.name, b, false, of, context);
  if (a.kind === 'index' && b.kind === 'name') return compareNameToIndex(b.name, a, true, of, context);
  return maybe('unknown-subscript');
}

/** Numbers are property names too; and a store at an index changes an array's length. */
function compareNameToIndex(
  name: string,
  index: Key & { kind: 'index' },
  isIndexFirst: boolean,
  of: Place,
  context: PlaceContext,
): Comparison {
  if (name === 'length') return context.aliases.isTypedArray(of) ? never('name') : maybe('name');
  const number = Number(name);
  if (!Number.isSafeInteger(number) || String(number) !== name) {
    return isSurelyNumeric(index) && !['NaN', 'Infinity', '-Infinity'].includes(name)
      ? never('name')
      : maybe('name');
  }
  const named = constant(number);
  return isIndexFirst
    ? compareSubscripts(index.subscript, named, context)
    : compareSubscripts(named, index.subscript, context);
}

/** A lone variable (`o[k]`) may hold a string; arithmetic gives numbers, and counters are numbers. */
function isSurelyNumeric({ subscript }: Key & { kind: 'index' }): boolean {
  return (
    variablesOf(subscript).length !== 1 ||
    variablesOf(subscript).every(isCounter) ||
    subscript.terms.length > 1
  );
}
