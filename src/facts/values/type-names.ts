/**
 * Purpose: the declaration that the name of a type stands for: of the file, or of another one that it is imported from.
 * Input: an annotation's name.
 * Guarantee: undefined for global names, and for what isn't found in the project.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isClass } from '../ast.ts';
import type { Run } from '../run.ts';
import type { Variable } from '../scopes.ts';
import { importedName, moduleExports, nameOf } from './exports.ts';
import type { ClassRef } from './type.ts';

export type TypeDeclaration =
  | TSESTree.TSInterfaceDeclaration
  | TSESTree.TSTypeAliasDeclaration
  | ClassRef['node']
  | TSESTree.TSEnumDeclaration;

export interface DeclaredType {
  readonly node: TypeDeclaration;
  readonly unit: SourceUnit;
}

/** `unknown`: the name is one of the file's, but nothing is known of it (a type parameter, a package without source). */
export function findTypeDeclaration(
  run: Run,
  unit: SourceUnit,
  name: TSESTree.EntityName,
): DeclaredType | 'unknown' | undefined {
  if (name.type === 'Identifier') {
    const variable = findVariable(unit, name, name.name);
    return variable && declarationOf(run, unit, variable);
  }
  if (name.type !== 'TSQualifiedName' || name.left.type !== 'Identifier') return 'unknown';
  const namespace = findVariable(unit, name.left, name.left.name)?.defs[0];
  if (namespace?.type !== 'ImportBinding') return 'unknown';
  const source = importedName(namespace);
  if (source?.name !== '*') return 'unknown';
  return findExportedType(run, unit, source.specifier, name.right.name) ?? 'unknown';
}

function findVariable(unit: SourceUnit, from: TSESTree.Node, name: string): Variable | undefined {
  for (let at: TSESTree.Node | undefined = from; at; at = at.parent) {
    const variable = unit.scopes.acquire(at, true)?.set.get(name);
    if (variable && variable.defs.length > 0) return variable;
  }
  return unit.scopes.scopes.find(({ type }) => type === 'module')?.set.get(name);
}

function declarationOf(run: Run, unit: SourceUnit, variable: Variable): DeclaredType | 'unknown' {
  const defs = variable.defs.filter(({ type }) => type !== 'Variable');
  const [def] = defs;
  if (defs.length !== 1 || !def) return 'unknown'; // merged declarations say more than one of them
  if (def.type === 'ImportBinding') {
    const source = importedName(def);
    return (source && findExportedType(run, unit, source.specifier, source.name)) ?? 'unknown';
  }
  return isTypeDeclaration(def.node) ? { node: def.node, unit } : 'unknown';
}

function isTypeDeclaration(node: TSESTree.Node): node is TypeDeclaration {
  return isClass(node) || /^TS(?:Interface|TypeAlias|Enum)Declaration$/.test(node.type);
}

const searching = new Set<string>();

function findExportedType(
  run: Run,
  from: SourceUnit,
  specifier: string,
  name: string,
): DeclaredType | undefined {
  if (run.isShallow) return undefined;
  const unit = run.context.project?.resolve(specifier, from.file);
  const key = unit && `${unit.file} ${name}`;
  if (!unit || key === undefined || searching.has(key)) return undefined;
  searching.add(key);
  try {
    return exportedHere(run, unit, name) ?? exportedElsewhere(run, unit, name);
  } finally {
    searching.delete(key);
  }
}

function exportedHere(run: Run, unit: SourceUnit, name: string): DeclaredType | undefined {
  const own =
    moduleExports(unit).get(name) ?? (name === 'default' ? moduleExports(unit).get('=') : undefined);
  if (!own) return undefined;
  if (isTypeDeclaration(own)) return { node: own, unit };
  if (own.type !== 'Identifier') return undefined;
  const found = findTypeDeclaration(run, unit, own);
  return found === 'unknown' ? undefined : found;
}

/** `export { X } from './x'`, `export * from './x'`. */
function exportedElsewhere(run: Run, unit: SourceUnit, name: string): DeclaredType | undefined {
  for (const node of unit.ast.body) {
    if (node.type === 'ExportNamedDeclaration' && node.source) {
      const specifier = node.specifiers.find(({ exported }) => nameOf(exported) === name);
      if (specifier) return findExportedType(run, unit, node.source.value, nameOf(specifier.local));
    }
    if (node.type === 'ExportAllDeclaration' && !node.exported && name !== 'default') {
      const specifier = node.source.value;
      const mayHave = run.context.project?.mayExport?.(specifier, unit.file, name) ?? true;
      const found = mayHave && findExportedType(run, unit, specifier, name);
      if (found) return found;
    }
  }
  return undefined;
}
