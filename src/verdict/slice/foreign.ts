/**
 * Purpose: variables of imported files that functions called by the body read.
 * Input: the place that is read.
 * Guarantee: false only when a worker, which loads the file anew, finds the same value there.
 */
import { contains } from '../../facts/ast.ts';
import { declaredRange, scopeIndexOf, unitOf, variableById } from '../../facts/scopes.ts';
import { isFilledTable } from '../../facts/tables/filled.ts';
import type { Place } from '../../model/index.ts';
import type { LoopView } from './loop-view.ts';
import { isCode, isStateOfCode } from './statics.ts';
import { isConstantTable } from './tables.ts';

/** Whether a place belongs to another file and may change while the program runs. */
export function isForeignState({ root, path }: Place): boolean {
  if (root.kind !== 'binding' || !root.id.includes('#')) return false;
  const variable = variableById(root.id);
  if (!variable) return true;
  if (variable.references.some((reference) => reference.isWrite() && !reference.init)) return true;
  const isEnum = variable.defs.every(({ type }) => type === 'TSEnumName');
  if (path.length === 0 || isEnum || isConstantTable(variable)) return false;
  const unit = unitOf(variable);
  if (unit && isFilledTable(scopeIndexOf(unit), variable)) return false;
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

/** Whether a place is an imported `let` that its own file assigns: `import { limit } from './limits.js'`. */
export function isImportOfState(view: LoopView, { root, path }: Place): boolean {
  if (root.kind !== 'binding' || path.length > 0) return false;
  const [definition] = view.unit.scopes.globalScope?.childScopes[0]?.set.get(root.name)?.defs ?? [];
  if (definition?.type !== 'ImportBinding' || definition.node.type !== 'ImportSpecifier') return false;
  const { parent, node } = definition;
  if (parent.type !== 'ImportDeclaration' || `${node.local.name}@${node.local.range[0]}` !== root.id)
    return false;
  const target = view.facts.project?.resolve(parent.source.value, view.unit.file);
  const name = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
  const variable = target?.scopes.globalScope?.childScopes[0]?.set.get(name);
  return variable?.references.some((reference) => reference.isWrite() && !reference.init) ?? false;
}
