/**
 * Purpose: what each variable is to the loop (private, constant, reduction, …).
 * Input: DependenceInput.
 * Guarantee: a variable is private or constant only where that is proven; `shared` is the fallback.
 */
import type { BindingId, VariableRole } from '../../model/index.ts';
import type { DependenceInput } from './input.ts';

export interface RoleEntry {
  readonly id: BindingId;
  readonly name: string;
  readonly role: VariableRole;
}

/** One role for every binding that the body touches. */
export function classifyRoles(input: DependenceInput): readonly RoleEntry[] {
  const items = new Set(input.loop.items.map((item) => item.id));
  const written = new Set(
    input.accesses.flatMap(({ kind, place }) =>
      kind === 'write' && place.root.kind === 'binding' ? [place.root.id] : [],
    ),
  );
  return input.bindings.map(({ id, name, level }) => {
    if (items.has(id)) return { id, name, role: 'item' };
    if (level === 'iteration') return { id, name, role: 'private' };
    return { id, name, role: written.has(id) ? 'shared' : 'constant' };
  });
}
