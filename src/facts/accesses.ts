/** Reads and writes of a loop's body, for the dependence tests: mutations are writes, fresh objects are left out. */
import type { Access, Effect } from '../model/index.ts';

export function collectAccesses(effects: readonly Effect[]): readonly Access[] {
  const accesses: Access[] = [];
  for (const effect of effects) {
    if (!('place' in effect) || effect.place.root.kind === 'fresh') continue;
    const { place, range, order, conditional } = effect;
    const kind = effect.kind === 'read' ? 'read' : 'write';
    accesses.push({ id: accesses.length, kind, place, range, order, conditional });
  }
  return accesses;
}
