/** Whether a variable's value may be read after the loop, or by code that runs between iterations. */
import type { BindingId } from '../model/index.ts';
import type { LoopSite } from './analysis.ts';
import { contains } from './ast.ts';
import type { Run } from './run.ts';
import { isModuleLevel, scopeIndexOf } from './scopes.ts';
import { variableType } from './values/evidence.ts';
import { isPrimitiveType } from './values/type.ts';

/** Careful: any read outside the loop counts, whatever its order; and the objects of parameters and modules, which others have too. */
export function isLiveAfter(run: Run, { unit, node }: LoopSite, id: BindingId): boolean {
  const variable = scopeIndexOf(unit).variableByExternalId(id);
  if (!variable) return true;
  const isShared = variable.defs[0]?.type === 'Parameter' || isModuleLevel(variable);
  if (isShared && !isPrimitiveType(variableType(run, variable, unit))) return true;
  return variable.references.some(
    (reference) => reference.isRead() && !contains(node.range, reference.identifier.range),
  );
}
