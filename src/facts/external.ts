/** Inside the facts layer binding ids are unique over all files; other layers see `name@offset` for those of the loop's file. */
import type { Effect, Key, Place, SourceUnit } from '../model/index.ts';
import { externalId } from './scopes.ts';

export function externalEffect(effect: Effect, home: SourceUnit): Effect {
  return 'place' in effect ? { ...effect, place: externalPlace(effect.place, home) } : effect;
}

export function externalPlace({ root, path }: Place, home: SourceUnit): Place {
  const seen = root.kind === 'binding' ? { ...root, id: externalId(root.id, home) } : root;
  return { root: seen, path: path.map((key) => externalKey(key, home)) };
}

function externalKey(key: Key, home: SourceUnit): Key {
  if (key.kind !== 'index') return key;
  const terms = key.subscript.terms.map(({ coefficient, factors }) => ({
    coefficient,
    factors: factors.map((id) => externalId(id, home)).sort(),
  }));
  return { kind: 'index', subscript: { terms } };
}
