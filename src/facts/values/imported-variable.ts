/**
 * Purpose: the variable behind an imported name, through whatever modules hand it on.
 * Input: a variable of a project's file.
 * Guarantee: undefined for what no found file exports; a variable that isn't imported stands for itself.
 */
import type { SourceUnit } from '../../model/index.ts';
import type { ModuleResolver } from '../context.ts';
import { scopeIndexOf } from '../scopes.ts';
import type { Variable } from '../scopes.ts';
import { handedOnFrom, importedName, moduleExports } from './exports.ts';

interface Search {
  readonly project: ModuleResolver;
  /** Modules may hand a name to each other in a circle. */
  readonly asked: Set<string>;
}

export function variableBehind(
  variable: Variable,
  unit: SourceUnit,
  project: ModuleResolver | undefined,
): Variable | undefined {
  return project && follow({ project, asked: new Set() }, variable, unit);
}

/** The variable that a module exports under a name. */
export function variableOfExport(
  unit: SourceUnit,
  name: string,
  project: ModuleResolver | undefined,
): Variable | undefined {
  return project && exportIn({ project, asked: new Set() }, unit, name);
}

function follow(search: Search, variable: Variable, unit: SourceUnit): Variable | undefined {
  const definition = variable.defs.find(({ type }) => type === 'ImportBinding');
  if (definition?.type !== 'ImportBinding') return variable;
  const source = importedName(definition);
  return source && exportOf(search, source.specifier, source.name, unit);
}

function exportOf(search: Search, specifier: string, name: string, from: SourceUnit): Variable | undefined {
  const unit = search.project.resolve(specifier, from.file);
  return unit && exportIn(search, unit, name);
}

function exportIn(search: Search, unit: SourceUnit, name: string): Variable | undefined {
  const key = `${unit.file} ${name}`;
  if (search.asked.has(key)) return undefined;
  search.asked.add(key);
  const own = moduleExports(unit).get(name);
  const declared = own && 'id' in own && own.id ? own.id : own;
  if (declared?.type === 'Identifier') {
    const variable = scopeIndexOf(unit).variableOf(declared);
    return variable && follow(search, variable, unit);
  }
  return own ? undefined : handedOn(search, name, unit);
}

function handedOn(search: Search, name: string, unit: SourceUnit): Variable | undefined {
  for (const source of handedOnFrom(unit, name)) {
    const found = exportOf(search, source.specifier, source.name, unit);
    if (found) return found;
  }
  return undefined;
}
