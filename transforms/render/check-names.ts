/**
 * Purpose: the last look at what was written: each name means what it meant before.
 * Input: the original file, and the two texts.
 * Guarantee: no value is used that nothing declares, and no type-only import as a value.
 */
import type { SourceUnit } from '../../src/model/index.ts';
import { findFreeNames } from './scope.ts';

/** Names that CommonJS gives to every module. */
const moduleNames = new Set(['exports', 'require', '__filename']);

/** Names of values in `written` that have lost their declaration; none when all is well. */
export function findLostNames(original: SourceUnit, written: SourceUnit): string[] {
  const before = findFreeNames(original);
  const declared = collectDeclared(original);
  // A plan may bring in `Math` or `undefined`, where the file has nothing else of that name.
  const isGlobal = (name: string) => moduleNames.has(name) || (name in globalThis && !declared.has(name));
  const free = [...findFreeNames(written).values()].filter(({ isType }) => !isType);
  const lost = free.map(({ name }) => name).filter((name) => !before.has(name) && !isGlobal(name));
  return [...lost, ...findTypesUsedAsValues(written)];
}

function collectDeclared({ scopes }: SourceUnit): Set<string> {
  const variables = scopes.scopes.flatMap((scope) => scope.variables);
  return new Set(variables.filter(({ defs }) => defs.length > 0).map(({ name }) => name));
}

function findTypesUsedAsValues({ scopes }: SourceUnit): string[] {
  const types = scopes.scopes
    .flatMap(({ variables }) => variables)
    .filter(({ defs: [definition] }) => {
      return definition?.parent?.type === 'ImportDeclaration' && definition.parent.importKind === 'type';
    });
  const used = types.filter(({ references }) =>
    references.some((use) => use.isValueReference && !use.isTypeReference),
  );
  return used.map(({ name }) => name);
}
