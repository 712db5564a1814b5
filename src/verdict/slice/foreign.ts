/**
 * Purpose: variables of imported files that functions called by the body read.
 * Input: the place that is read.
 * Guarantee: false only when a worker, which loads the file anew, finds the same value there.
 */
import { contains } from '../../facts/ast.ts';
import { declaredRange, scopeIndexOf, unitOf, variableById } from '../../facts/scopes.ts';
import type { Variable } from '../../facts/scopes.ts';
import { isFilledTable } from '../../facts/tables/filled.ts';
import { holdsState } from '../../facts/values/exported-object.ts';
import { variableBehind } from '../../facts/values/imported-variable.ts';
import type { FactsContext } from '../../facts/index.ts';
import type { Place, SourceUnit } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';
import { isCode, isStateOfCode } from './statics.ts';
import { isConstantTable } from './tables.ts';

/** Whether a place belongs to another file and may change while the program runs. */
export function isForeignState({ facts }: LoopView, { root, path }: Place): boolean {
  if (root.kind !== 'binding' || !root.id.includes('#')) return false;
  const variable = variableById(root.id);
  const unit = variable && unitOf(variable);
  if (!unit || isAssignedBehind(variable, unit, facts)) return true;
  const isEnum = variable.defs.every(({ type }) => type === 'TSEnumName');
  if (path.length === 0 || isEnum || isConstantTable(variable)) return false;
  if (isFilledTable(scopeIndexOf(unit), variable)) return false;
  return !isCode(variable) || isStateOfCode(variable, { root, path });
}

/** Whether a place is a property of a class, function or namespace of this file that may change while the program runs. */
export function isStateOfOwnCode(view: LoopView, place: Place): boolean {
  const { root } = place;
  if (root.kind !== 'binding' || root.id.includes('#')) return false;
  const variable = scopeIndexOf(view.unit).variableByExternalId(root.id);
  return (
    variable !== undefined && !contains(view.body, declaredRange(variable)) && isStateOfCode(variable, place)
  );
}

/**
 * Whether a place is an imported `let` that its own file assigns (`import { limit } from './limits.js'`), or in an object that has no
 * other name than the import (`export default new Config()`): any of its methods may change that.
 */
export function isImportOfState({ unit, facts }: LoopView, { root, path }: Place): boolean {
  if (root.kind !== 'binding') return false;
  const variable = scopeIndexOf(unit).variableByExternalId(root.id);
  if (!variable) return false;
  if (path.length > 0) return holdsState(facts.project, { variable, unit }, path);
  return variable.defs[0]?.type === 'ImportBinding' && isAssignedBehind(variable, unit, facts);
}

/** Whether anything assigns the variable, or the one that it is imported from. */
function isAssignedBehind(variable: Variable, unit: SourceUnit, { project }: FactsContext): boolean {
  const source = variableBehind(variable, unit, project) ?? variable;
  return source.references.some((reference) => reference.isWrite() && !reference.init);
}
