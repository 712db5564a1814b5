/**
 * Purpose: tell objects apart by where they are allocated: rows of one array, rows of different arrays, arrays and parameters, and what
 * never left its function.
 * Input: a DependenceInput with an oracle of its own.
 * Guarantee: `distinct` only for objects of different allocations, or for one that no other path leads to.
 */
import type { Place } from '../../model/index.ts';
import type { AliasOracle, DependenceInput } from './input.ts';
import type { Origin } from './origins.ts';
import { findOrigin } from './origins.ts';
import { mayReach } from './places.ts';

/** `input.aliases`, with what declarations and uses tell. */
export function refineAliases(input: DependenceInput): AliasOracle {
  const base = input.aliases;
  const originOf = ({ root }: Place): Origin | undefined =>
    root.kind === 'binding' ? findOrigin(input, root.id, root.name) : undefined;
  const hasSeparateRows = (place: Place) =>
    place.path.length === 0 && originOf(place)?.hasSeparateRows === true;
  const relate: AliasOracle['relate'] = (a, b) => {
    const [p, q] = [originOf(a), originOf(b)];
    if (isHidden(a, p, b) || isHidden(b, q, a)) return 'distinct';
    if (p && q && areApart(a, p, b, q)) return 'distinct';
    return p && q && isUncertain(p, q) ? 'may' : base.relate(a, b);
  };
  const related = new Map<string, ReturnType<typeof relate>>();
  return {
    relate(a, b) {
      const key = `${shapeOf(a)} ${shapeOf(b)}`;
      const known = related.get(key) ?? relate(a, b);
      related.set(key, known);
      return known;
    },
    mayReach: (from, to) => !isHidden(to, originOf(to), from) && mayReach(base, from, to),
    hasDistinctElements: (place) =>
      base.hasDistinctElements(place) ||
      hasSeparateRows(place) ||
      (isItem(place) && hasSeparateItems(input, hasSeparateRows)),
    mayBeView: (place) => base.mayBeView(place),
    isTypedArray: (place) => base.isTypedArray(place) || isTyped(originOf(place), place.path.length),
  };
}

/** A place with its subscripts left out: the oracle doesn't tell them apart. */
function shapeOf({ root, path }: Place): string {
  const keys = path.map((key) => (key.kind === 'name' ? `.${key.name}` : '[]')).join('');
  return `${root.kind === 'binding' ? root.id : JSON.stringify(root)}${keys}`;
}

function isTyped(origin: Origin | undefined, depth: number): boolean {
  if (depth === 0) return origin?.allocation?.isTyped === true;
  return depth === 1 && origin?.hasSeparateRows === true && origin.allocation?.hasTypedRows === true;
}

const isItem = ({ root, path }: Place): boolean => root.kind === 'item' && path.length === 0;

/** `for (const row of rows)` over separate rows. */
function hasSeparateItems(input: DependenceInput, hasSeparateRows: (place: Place) => boolean): boolean {
  const { parent } = input.body;
  if (parent?.type !== 'ForOfStatement' || parent.right.type !== 'Identifier') return false;
  const binding = input.bindingOf(parent.right);
  return (
    !!binding && hasSeparateRows({ root: { kind: 'binding', id: binding.id, name: binding.name }, path: [] })
  );
}

/** Whether only paths from this variable lead to its object, and the other place has another root. */
function isHidden(place: Place, origin: Origin | undefined, other: Place): boolean {
  if (!origin || place.root.kind !== 'binding') return false;
  if (place.path.length >= Math.max(origin.hiddenDepth, Number(origin.isSoleName))) return false;
  if (other.root.kind === 'item') return place.path.length === 0;
  return other.root.kind === 'binding' ? other.root.id !== place.root.id : isOutside(other);
}

/** Reached without the variable. */
function isOutside({ root }: Place): boolean {
  return root.kind === 'this' || root.kind === 'global' || root.kind === 'param' || root.kind === 'unknown';
}

/** Two variables' objects, or a row of one and an object or row of the other. */
function areApart(a: Place, p: Origin, b: Place, q: Origin): boolean {
  const isSameVariable = a.root.kind === 'binding' && b.root.kind === 'binding' && a.root.id === b.root.id;
  if (isOwn(p, a) && isOwn(q, b)) return !isSameVariable || a.path.length !== b.path.length;
  if (isSameVariable) return false;
  return (isOwn(p, a) && isEarlier(q, b, p)) || (isOwn(q, b) && isEarlier(p, a, q));
}

/** Whether the object at this depth was allocated for this variable. */
function isOwn(origin: Origin, { path }: Place): boolean {
  if (origin.kind !== 'allocated') return false;
  return path.length === 0 || (path.length === 1 && origin.hasSeparateRows);
}

/** A parameter's object came before what the same call allocates. */
function isEarlier(given: Origin, { path }: Place, made: Origin): boolean {
  return (
    given.kind === 'given' && path.length === 0 && given.owner === made.owner && made.owner !== undefined
  );
}

/** A parameter may be any object that was allocated outside its function. */
function isUncertain(p: Origin, q: Origin): boolean {
  return (p.kind === 'given' && q.owner !== p.owner) || (q.kind === 'given' && p.owner !== q.owner);
}
