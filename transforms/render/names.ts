/** Names that are free. */
import type { SourceUnit } from '../../src/model/index.ts';

/** Every variable and type that the file declares or uses, in whatever scope: what a new name must differ from. */
export function collectNames(unit: SourceUnit): Set<string> {
  const names = new Set<string>();
  for (const { variables, references } of unit.scopes.scopes) {
    // The parser knows the types of JavaScript's libraries as variables without definition.
    for (const { name, defs } of variables) if (defs.length > 0) names.add(name);
    for (const { identifier } of references)
      if ('name' in identifier && typeof identifier.name === 'string') names.add(identifier.name);
  }
  return names;
}

/** `wanted`, or the first of `alternatives` that isn't taken, or `wanted` with a number. */
export function freeName(
  wanted: string,
  alternatives: readonly string[],
  taken: ReadonlySet<string>,
): string {
  const free = [wanted, ...alternatives].find((name) => !taken.has(name));
  if (free !== undefined) return free;
  let number = 2;
  while (taken.has(`${wanted}${String(number)}`)) number += 1;
  return `${wanted}${String(number)}`;
}

/** `mapSync` → `poolMapSync`. */
export function withPrefix(prefix: string, name: string): string {
  return prefix + name.charAt(0).toUpperCase() + name.slice(1);
}
