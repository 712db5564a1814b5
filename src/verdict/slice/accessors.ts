/** Names that object literals of a file define getters for: reading such a property may run code. */
import type { SourceUnit } from '../../model/index.ts';
import { staticKey } from '../../facts/ast.ts';
import { nodesOf } from '../../facts/nodes.ts';

const cache = new WeakMap<SourceUnit, ReadonlySet<string>>();

/** Accessors of classes are followed by the effect walker; those of literals that stand outside the loop are not. */
export function literalAccessorsOf(unit: SourceUnit): ReadonlySet<string> {
  const known = cache.get(unit);
  if (known) return known;
  const names = new Set<string>();
  if (/\b[gs]et\b/.test(unit.text)) {
    for (const node of nodesOf(unit)) {
      if (node.type !== 'Property' || node.kind === 'init') continue;
      const name = staticKey(node.key, node.computed);
      if (name !== undefined) names.add(name);
    }
  }
  cache.set(unit, names);
  return names;
}
