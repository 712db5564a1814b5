/** The worst of several profiles, for a receiver or an argument count that isn't known. */
import type { BuiltinCost, BuiltinProfile, Shape } from './profile.ts';

/** Undefined for none; the profile itself for one. */
export function joinProfiles(name: string, profiles: readonly BuiltinProfile[]): BuiltinProfile | undefined {
  const [first, ...others] = profiles;
  if (first === undefined) return undefined;
  return others.reduce((a, b) => joinTwo(name, a, b), first);
}

function joinTwo(name: string, a: BuiltinProfile, b: BuiltinProfile): BuiltinProfile {
  return {
    name,
    uses: union(a.uses, b.uses),
    reads: union(a.reads, b.reads),
    mutates: union(a.mutates, b.mutates),
    captures: union(a.captures, b.captures),
    callbacks: union(
      a.callbacks.map((callback) => ({ ...callback, optional: true })),
      b.callbacks.map((callback) => ({ ...callback, optional: true })),
    ),
    protocols: union(a.protocols, b.protocols),
    outside: union(a.outside, b.outside),
    throws: a.throws || b.throws,
    returns: joinShapes(a.returns, b.returns),
    cost: worse(a.cost, b.cost),
    since: a.since ?? b.since,
  };
}

function joinShapes(a: Shape, b: Shape): Shape {
  return {
    kind: a.kind === b.kind ? a.kind : 'any',
    is: union(a.is, b.is),
    shares: union(a.shares, b.shares),
    elements: a.elements && b.elements ? joinShapes(a.elements, b.elements) : (a.elements ?? b.elements),
    density: a.density === b.density ? a.density : 'holey',
  };
}

const growths: readonly BuiltinCost['growth'][] = ['constant', 'linear', 'linearithmic', 'expensive'];

function worse(a: BuiltinCost, b: BuiltinCost): BuiltinCost {
  const rank = growths.indexOf(a.growth) - growths.indexOf(b.growth);
  return rank > 0 || (rank === 0 && a.operations >= b.operations) ? a : b;
}

/** Entries are plain data: equal when their text is. */
function union<T>(a: readonly T[], b: readonly T[]): readonly T[] {
  return [...new Map([...a, ...b].map((item) => [JSON.stringify(item), item])).values()];
}
