/** Whether a variable may be read after the loop, or by code that runs between iterations. */
import type { BindingId } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { contains } from './ast.ts';
import { scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

/** Careful: any reference outside the loop counts, whatever its order. */
export function isLiveAfter({ unit, node }: LoopSite, id: BindingId): boolean {
  const variable = findVariable(unit, id);
  if (!variable) return true;
  return variable.references.some(
    (reference) => reference.isRead() && !contains(node.range, reference.identifier.range),
  );
}

function findVariable(unit: LoopSite['unit'], id: BindingId): Variable | undefined {
  const scopes = scopeIndexOf(unit);
  const [name = '', offset] = [id.slice(0, id.lastIndexOf('@')), Number(id.slice(id.lastIndexOf('@') + 1))];
  for (const scope of unit.scopes.scopes) {
    const variable = scope.set.get(name);
    const at = variable?.identifiers[0];
    const found = at?.range[0] === offset && at ? scopes.variableOf(at) : undefined;
    if (found) return found;
  }
  return undefined;
}
