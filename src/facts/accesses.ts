/** Reads and writes of a loop's body, for the dependence tests: mutations are writes, fresh objects are left out. */
import type { Access, Effect, Place } from '../model/index.ts';
import { placeKey } from './values/value.ts';

/** Tests compare pairs: with more accesses than this, those inside callees are told apart by their objects only. */
const maxExact = 250;

export function collectAccesses(effects: readonly Effect[]): readonly Access[] {
  const exact = listAccesses(effects, (effect) => effect.place);
  if (exact.length <= maxExact) return exact;
  return listAccesses(effects, (effect) => (effect.via.length > 0 ? coarsen(effect.place) : effect.place));
}

type Touching = Extract<Effect, { readonly place: Place }>;

function listAccesses(effects: readonly Effect[], placeOf: (effect: Touching) => Place): readonly Access[] {
  const accesses = new Map<string, Access>();
  for (const effect of effects) {
    if (!('place' in effect) || effect.place.root.kind === 'fresh') continue;
    const { range, order, conditional } = effect;
    const place = placeOf(effect);
    const kind = effect.kind === 'read' ? 'read' : 'write';
    const key = `${kind} ${range[0]}-${range[1]} ${conditional} ${placeKey(place)}`;
    if (!accesses.has(key)) accesses.set(key, { id: accesses.size, kind, place, range, order, conditional });
  }
  return [...accesses.values()];
}

function coarsen({ root, path }: Place): Place {
  return path.length === 0 ? { root, path } : { root, path: [{ kind: 'all' }] };
}
