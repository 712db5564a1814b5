/** What names mean in a file: free ones, those of its top level, and those around a loop. */
import type { Definition, Reference, Scope, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Range, SourceUnit } from '../../src/model/index.ts';

/** How a free name is used: `isType` when in types only. */
export interface FreeName {
  readonly name: string;
  readonly isType: boolean;
}

/** Names that the file uses and doesn't declare: globals, or what an import has to bring. */
export function findFreeNames(unit: SourceUnit): Map<string, FreeName> {
  const free = new Map<string, FreeName>();
  for (const reference of unit.scopes.globalScope?.through ?? []) {
    const { name } = reference.identifier as TSESTree.Identifier;
    const isType = isTypeUse(reference) && (free.get(name)?.isType ?? true);
    free.set(name, { name, isType });
  }
  return free;
}

function isTypeUse(reference: Reference): boolean {
  const { parent } = reference.identifier;
  const isExported = parent.type === 'ExportSpecifier' && parent.exportKind !== 'type';
  return reference.isTypeReference && !reference.isValueReference && !isExported;
}

/** A name of the file's top level. */
export interface TopLevelName {
  readonly name: string;
  readonly definition: Definition;
  /** The statement of the program's body that declares it (overloads have several). */
  readonly statements: readonly TSESTree.ProgramStatement[];
  readonly isUsed: boolean;
  /** Whether anything but its declaration assigns it: an import of it could not be assigned. */
  readonly isReassigned: boolean;
}

export function findTopLevelNames(unit: SourceUnit): Map<string, TopLevelName> {
  const names = new Map<string, TopLevelName>();
  for (const variable of topLevelVariables(unit)) {
    const [definition] = variable.defs;
    if (!definition) continue;
    const statements = variable.defs
      .map(({ node }) => topLevelStatement(node))
      .filter((node) => node !== undefined);
    const { name } = variable;
    names.set(name, {
      name,
      definition,
      statements: [...new Set(statements)],
      isUsed: isUsed(variable),
      isReassigned: variable.references.some((reference) => reference.isWrite() && !reference.init),
    });
  }
  return names;
}

/** A declaration's own initialiser isn't a use. */
function isUsed(variable: Variable): boolean {
  return variable.references.some((reference) => !reference.init);
}

function topLevelVariables(unit: SourceUnit): Variable[] {
  return unit.scopes.scopes.filter(isTopLevel).flatMap((scope) => scope.variables);
}

function isTopLevel(scope: Scope): boolean {
  return scope.block.type === 'Program';
}

/** The statement of the program's body that `node` belongs to. */
export function topLevelStatement(node: TSESTree.Node): TSESTree.ProgramStatement | undefined {
  let current = node;
  while (current.type !== 'Program' && current.parent.type !== 'Program') current = current.parent;
  return current.type === 'Program' ? undefined : (current as TSESTree.ProgramStatement);
}

/** Whether `name` means something local (a variable or type of an enclosing function) at `range`. */
export function isLocalAt(unit: SourceUnit, name: string, range: Range): boolean {
  return unit.scopes.scopes.some(
    (scope) =>
      !isTopLevel(scope) &&
      scope.set.has(name) &&
      (scope.set.get(name)?.defs.length ?? 0) > 0 &&
      scope.block.range[0] <= range[0] &&
      range[1] <= scope.block.range[1],
  );
}
