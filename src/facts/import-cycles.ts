/**
 * Purpose: whether it matters in which order modules load. A worker module enters the imports of a project at another place than the
 * program does, and a cycle of imports loads in another order from each of its members.
 * Input: the files that imports lead to, from a file and the modules that its worker module would load.
 * Guarantee: undefined only when no module that stands in a cycle could see, while it loads, what another of the cycle doesn't give yet.
 * (Strongly connected components: Tarjan 1972.)
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Location, SourceUnit } from '../model/index.ts';
import { isFunction, walkNodes } from './ast.ts';
import type { FactsContext } from './context.ts';
import { deferringCode, findEarlyCall } from './load-time.ts';
import { sourceOf } from './module-effects.ts';
import { projectFile } from './project-files.ts';
import { locate, scopeIndexOf } from './scopes.ts';
import { isImportOfTypes } from './type-imports.ts';

/** What a module of a cycle sees of another while it loads. */
export interface EarlyRead {
  readonly at: Location;
  /** The file that it stands in. */
  readonly file: string;
}

/** @param loaded the module that a worker module beside `unit` would load, by the name that `unit` has for it or by its file; `unit` itself */
export function findEarlyRead(
  context: FactsContext,
  unit: SourceUnit,
  loaded: string | SourceUnit,
): EarlyRead | undefined {
  const first = typeof loaded === 'string' ? projectFile(context, loaded, unit) : loaded;
  for (const cycle of first ? cyclesFrom(context, unit, first) : []) {
    const files = new Set(cycle.map(({ file }) => file));
    for (const member of cycle) {
      const early = earlyReadIn(context, member, files);
      if (early) return { at: locate(member, early), file: member.file };
    }
  }
  return undefined;
}

interface Import {
  readonly source: string;
  readonly node: TSESTree.Node;
}

const importsKnown = new WeakMap<SourceUnit['ast'], readonly Import[]>();

/** What loads together with a file: not what its functions load when they are called. */
function importsOf(context: FactsContext, unit: SourceUnit): readonly Import[] {
  const known = importsKnown.get(unit.ast);
  if (known) return known;
  const found: Import[] = [];
  walkNodes(unit.ast, (node) => {
    if (isFunction(node)) return false;
    const source = node.type === 'ImportExpression' ? undefined : sourceOf(node);
    const isLeftOut = node.type === 'ImportDeclaration' && isImportOfTypes(context, unit, node);
    if (source !== undefined && !isLeftOut) found.push({ source, node });
    return true;
  });
  importsKnown.set(unit.ast, found);
  return found;
}

/** The cycles of imports that loading `first` goes through, once `unit` imports it too, by way of the worker module. */
function cyclesFrom(
  context: FactsContext,
  unit: SourceUnit,
  first: SourceUnit,
): readonly (readonly SourceUnit[])[] {
  const importedBy = (from: SourceUnit): readonly SourceUnit[] => {
    const imported = importsOf(context, from).flatMap(
      ({ source }) => projectFile(context, source, from) ?? [],
    );
    // The file may have been edited since it was written.
    const current = imported.map((one) => (one.file === unit.file ? unit : one));
    return from === unit ? [...current, first] : current;
  };
  return componentsFrom(first, importedBy).filter(({ length }) => length > 1);
}

/** The strongly connected components that can be reached from a file. */
function componentsFrom(
  root: SourceUnit,
  importedBy: (from: SourceUnit) => readonly SourceUnit[],
): readonly (readonly SourceUnit[])[] {
  const order = new Map<string, number>();
  const stack: SourceUnit[] = [];
  const open = new Set<string>();
  const components: SourceUnit[][] = [];
  /** Gives the order of the first open module that can be reached from this one. */
  const visit = (at: SourceUnit): number => {
    const index = order.size;
    order.set(at.file, index);
    stack.push(at);
    open.add(at.file);
    let lowest = index;
    for (const next of importedBy(at)) {
      const seen = order.get(next.file);
      if (seen === undefined) lowest = Math.min(lowest, visit(next));
      else if (open.has(next.file)) lowest = Math.min(lowest, seen);
    }
    if (lowest === index) {
      const component = stack.splice(stack.indexOf(at));
      for (const { file } of component) open.delete(file);
      components.push(component);
    }
    return lowest;
  };
  visit(root);
  return components;
}

/** Where a module, while it loads, sees another of `cycle`. */
function earlyReadIn(
  context: FactsContext,
  unit: SourceUnit,
  cycle: ReadonlySet<string>,
): TSESTree.Node | undefined {
  const own = importsOf(context, unit).filter(({ source }) =>
    cycle.has(projectFile(context, source, unit)?.file ?? ''),
  );
  const required = own.find(
    ({ node }) => node.type === 'CallExpression' || node.type === 'TSExternalModuleReference',
  );
  if (required) return required.node;
  const names = own.flatMap(({ node }) => (node.type === 'ImportDeclaration' ? node.specifiers : []));
  const references = names.flatMap(({ local }) => referencesTo(unit, local));
  const call = references.length > 0 ? findEarlyCall(unit, unit.ast) : undefined;
  return references.find((reference) => !deferringCode(reference, unit.ast)) ?? call;
}

function referencesTo(unit: SourceUnit, local: TSESTree.Identifier): readonly TSESTree.Node[] {
  const variable = scopeIndexOf(unit).variableOf(local);
  const references = variable?.references.filter(({ isValueReference }) => isValueReference) ?? [];
  // `export { x }` hands on whatever stands there later.
  return references
    .map(({ identifier }) => identifier)
    .filter(({ parent }) => parent.type !== 'ExportSpecifier');
}
