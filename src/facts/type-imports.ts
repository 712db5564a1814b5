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

/** The names that a file exports for types alone. */
function typesExportedBy({ ast }: SourceUnit): ReadonlySet<string> {
  const names = ast.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined;
    const isType = declared?.type === 'TSInterfaceDeclaration' || declared?.type === 'TSTypeAliasDeclaration';
    return isType ? [declared.id.name] : [];
  });
  return new Set(names);
}
