/** Whether a variable may be read after the loop, or by code that runs between iterations. */
import type { BindingId } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { contains } from './ast.ts';
import { scopeIndexOf } from './scopes.ts';

/** Careful: any reference outside the loop counts, whatever its order. */
export function isLiveAfter({ unit, node }: LoopSite, id: BindingId): boolean {
  const variable = scopeIndexOf(unit).variableByExternalId(id);
  if (!variable) return true;
  return variable.references.some(
    (reference) => reference.isRead() && !contains(node.range, reference.identifier.range),
  );
}
