/**
 * Purpose: which variable each identifier of a file names, and which names are taken.
 * Input: a SourceUnit with its scopes.
 * Guarantee: type-only references are left out; an identifier that names no declared variable gives undefined.
 */
import type { Reference, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { BindingId, Range, SourceUnit } from '../../model/index.ts';
import { contains } from '../../facts/ast.ts';

export interface Names {
  /** The variable that an identifier refers to or declares. */
  variableOf(identifier: TSESTree.Node): Variable | undefined;
  /** The value reference that an identifier is; undefined for declarations, property names and types. */
  referenceOf(identifier: TSESTree.Node): Reference | undefined;
  /** All references in value position that stand within a range, in source order. */
  referencesIn(range: Range): readonly Reference[];
  /** The variables whose declaring identifiers stand within a range. */
  declaredIn(range: Range): readonly Variable[];
  /** Whether any identifier of the file has this name. */
  isTaken(name: string): boolean;
}

const cache = new WeakMap<SourceUnit, Names>();

/** The names of a file; made once for each. */
export function namesOf(unit: SourceUnit): Names {
  const known = cache.get(unit);
  if (known) return known;
  const names = indexNames(unit);
  cache.set(unit, names);
  return names;
}

function indexNames(unit: SourceUnit): Names {
  const references = new Map<TSESTree.Node, Reference>();
  const declared = new Map<TSESTree.Node, Variable>();
  const taken = new Set<string>();
  for (const scope of unit.scopes.scopes) {
    for (const variable of scope.variables) {
      taken.add(variable.name);
      for (const identifier of variable.identifiers) declared.set(identifier, variable);
    }
    for (const reference of scope.references) {
      taken.add(reference.identifier.name);
      if (!isTypeOnly(reference)) references.set(reference.identifier, reference);
    }
  }
  const sorted = [...references.values()].sort((a, b) => startOf(a) - startOf(b));
  const declarations = [...declared.keys()].sort((a, b) => a.range[0] - b.range[0]);
  return {
    variableOf: (node) => references.get(node)?.resolved ?? declared.get(node),
    referenceOf: (node) => references.get(node),
    referencesIn: (range) => sliceSorted(sorted, range, startOf),
    declaredIn: (range) =>
      sliceSorted(declarations, range, (identifier) => identifier.range[0]).flatMap(
        (identifier) => declared.get(identifier) ?? [],
      ),
    isTaken: (name) => taken.has(name),
  };
}

/** espree's scope manager (plain ESLint on .js) has no type references. */
function isTypeOnly(reference: Reference): boolean {
  return reference.isTypeReference && !reference.isValueReference;
}

function startOf(reference: Reference): number {
  return reference.identifier.range[0];
}

/** Those that start within the range, of a list that is sorted by start. */
function sliceSorted<T>(sorted: readonly T[], range: Range, start: (item: T) => number): readonly T[] {
  const isBefore = (item: T | undefined, offset: number) => item !== undefined && start(item) < offset;
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(sorted[middle], range[0])) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (isBefore(sorted[end], range[1])) end++;
  return sorted.slice(low, end);
}

/** `best@120`: the name and offset of the first declaring identifier. */
export function idOf(variable: Variable): BindingId {
  return `${variable.name}@${variable.identifiers[0]?.range[0] ?? 0}`;
}

/** Whether the variable is declared within the range (its first declaring identifier stands there). */
export function isDeclaredIn(variable: Variable, range: Range): boolean {
  const first = variable.identifiers[0];
  return first !== undefined && contains(range, first.range);
}
