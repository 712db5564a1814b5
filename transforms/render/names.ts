/** Names that are free. */
import type { SourceUnit } from '../../src/model/index.ts';
import { walk } from './walk.ts';

/** Every identifier that stands in the file, in whatever role: what a new name must differ from. */
export function collectNames(unit: SourceUnit): Set<string> {
  const names = new Set<string>();
  walk(unit.ast, (node) => {
    if (node.type === 'Identifier' || node.type === 'JSXIdentifier') names.add(node.name);
  });
  return names;
}

/** `wanted`, or the first of `alternatives` that isn't taken, or the last of them with a number. */
export function freeName(
  wanted: string,
  alternatives: readonly string[],
  taken: ReadonlySet<string>,
): string {
  const candidates = [wanted, ...alternatives];
  const free = candidates.find((name) => !taken.has(name));
  if (free !== undefined) return free;
  const stem = candidates.at(-1) ?? wanted;
  let number = 2;
  while (taken.has(`${stem}${String(number)}`)) number += 1;
  return `${stem}${String(number)}`;
}

/** `mapSync` → `poolMapSync`. */
export function withPrefix(prefix: string, name: string): string {
  return prefix + name.charAt(0).toUpperCase() + name.slice(1);
}
