/**
 * Purpose: `import { Vector } from './vector'` that imports nothing but types, without saying so.
 * Input: a statement of a TypeScript file, and the module that it names.
 * Guarantee: true only when the program can't run unless the import is left out: a name that only a type has can't be linked.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import type { FactsContext } from './context.ts';
import { scopeIndexOf } from './scopes.ts';

export function isImportOfTypes(
  { project }: FactsContext,
  unit: SourceUnit,
  statement: TSESTree.Statement,
): boolean {
  if (!unit.isTypeScript || statement.type !== 'ImportDeclaration') return false;
  const { specifiers, source } = statement;
  if (specifiers.length === 0 || specifiers.some((specifier) => isUsedAsValue(unit, specifier))) return false;
  const target = project?.resolve(source.value, unit.file);
  const types = target && typesExportedBy(target);
  return specifiers.some(
    (specifier) =>
      specifier.type === 'ImportSpecifier' &&
      specifier.imported.type === 'Identifier' &&
      types?.has(specifier.imported.name) === true,
  );
}

function isUsedAsValue(unit: SourceUnit, { local }: TSESTree.ImportClause): boolean {
  const variable = scopeIndexOf(unit).variableOf(local);
  return variable?.references.some(({ isValueReference }) => isValueReference) !== false;
}

/** The names that a file exports for types alone: a value of the same name could be linked. */
function typesExportedBy({ ast }: SourceUnit): ReadonlySet<string> {
  const declared = ast.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration ? [statement.declaration] : [],
  );
  const types = declared.flatMap((one) =>
    one.type === 'TSInterfaceDeclaration' || one.type === 'TSTypeAliasDeclaration' ? [one.id.name] : [],
  );
  const values = new Set(declared.flatMap(valuesOf));
  return new Set(types.filter((name) => !values.has(name)));
}

function valuesOf(declaration: TSESTree.NamedExportDeclarations): readonly string[] {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations.flatMap(({ id }) => (id.type === 'Identifier' ? [id.name] : []));
  const isValue = /^(?:Function|Class|TSEnum|TSModule)Declaration$/.test(declaration.type);
  return isValue && declaration.id?.type === 'Identifier' ? [declaration.id.name] : [];
}
