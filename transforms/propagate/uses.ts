/**
 * Purpose: every use of a function in a project, across files.
 * Input: all files of the project, parsed, and how their imports resolve.
 * Guarantee: each use is a plain call; any other use, or a way in that can't be followed, is refused with its place.
 */
import { basename, dirname } from 'node:path';
import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../src/model/index.ts';
import { walk } from '../render/walk.ts';
import type { NamedFunction } from './functions.ts';
import { isOfPackageAround, isReachableFromOutside, isTestFile } from './package-api.ts';
import { PropagationRefusal } from './refusal.ts';

export interface SourceProject {
  readonly units: readonly SourceUnit[];
  /** The file that an import leads to; undefined for packages and what isn't found. */
  resolve(specifier: string, fromFile: string): string | undefined;
}

export interface CallSite {
  readonly unit: SourceUnit;
  readonly call: TSESTree.CallExpression;
}

/**
 * All calls, and all names under which modules export the function.
 * @throws {PropagationRefusal} at the first use that isn't a call
 */
export function findCalls(fn: NamedFunction, project: SourceProject): Uses {
  const { unit, variable, node } = fn;
  refuseEval(unit);
  const own = variable ? usesOf(unit, variable) : { calls: [], exports: [] };
  const names = new Set([...own.exports, ...declaredExports(fn, node)]);
  const seen = new Map<string, string>();
  const calls = [...names].flatMap((name) => {
    const through = callsThrough(unit, name, project, seen);
    // What only tests import is called by whoever loads the file by its place: a framework's page, handler or settings.
    if (through.every((site) => isTestFile(site.unit.file)))
      throw new PropagationRefusal('exported-api', unit, node);
    return through;
  });
  return { calls: [...own.calls, ...calls], exports: [...seen.values()] };
}

interface Uses {
  readonly calls: readonly CallSite[];
  /** Names that the module exports it under. */
  readonly exports: readonly string[];
}

function usesOf(unit: SourceUnit, variable: Variable): Uses {
  const calls: CallSite[] = [];
  const exports: string[] = [];
  for (const reference of variable.references) {
    if (reference.init === true) continue;
    const name = reference.identifier;
    const { parent } = name;
    if (parent.type === 'CallExpression' && parent.callee === name && !parent.optional) {
      calls.push({ unit, call: parent });
    } else if (parent.type === 'ExportSpecifier') {
      exports.push(nameOf(parent.exported));
    } else if (parent.type === 'ExportDefaultDeclaration') {
      exports.push('default');
    } else {
      throw new PropagationRefusal('used-as-a-value', unit, name);
    }
  }
  return { calls, exports };
}

/** `export function f`, `export const f = …`, `export default function`. */
function declaredExports({ name }: NamedFunction, node: TSESTree.Node): string[] {
  const statement = node.parent?.type === 'VariableDeclarator' ? node.parent.parent : node;
  const outer = statement.parent?.type;
  if (outer === 'ExportNamedDeclaration') return [name];
  return outer === 'ExportDefaultDeclaration' ? ['default'] : [];
}

/**
 * Calls by whoever imports `name` from the module, re-exports followed.
 * @param seen the exported name of each module and export that was followed
 */
function callsThrough(
  module: SourceUnit,
  name: string,
  project: SourceProject,
  seen: Map<string, string>,
): CallSite[] {
  const key = `${module.file}\0${name}`;
  if (seen.has(key)) return [];
  seen.set(key, name);
  const files = new Set(project.units.map(({ file }) => file));
  if (isReachableFromOutside(module.file, files)) throw new PropagationRefusal('exported-api', module);
  return project.units.flatMap((unit) => {
    const leads = (specifier: unknown) =>
      typeof specifier === 'string' ? leadsTo(module, specifier, unit, project) : 'elsewhere';
    refuseDynamicLoads(unit, (specifier) => leads(specifier) !== 'elsewhere');
    return unit.ast.body.flatMap((statement) => {
      const lead = 'source' in statement ? leads(statement.source?.value) : 'elsewhere';
      if (lead === 'unknown' && brings(statement, name))
        throw new PropagationRefusal('loaded-dynamically', unit, statement);
      return lead === 'here' ? callsBy(statement, unit, name, project, seen) : [];
    });
  });
}

/** `unknown`: a path that only a bundler's settings or an installed workspace explain, and that ends as the module's does. */
function leadsTo(
  module: SourceUnit,
  specifier: string,
  { file }: SourceUnit,
  project: SourceProject,
): 'here' | 'elsewhere' | 'unknown' {
  const target = project.resolve(specifier, file);
  if (target !== undefined) return target === module.file ? 'here' : 'elsewhere';
  if (/^(?:\.|node:)/.test(specifier)) return 'elsewhere';
  const stem = basename(module.file).replace(/\.\w+$/, '');
  const last = basename(specifier).replace(/\.[cm]?[jt]sx?$/, '');
  const endsAlike = last === stem || (stem === 'index' && last === basename(dirname(module.file)));
  return endsAlike || isOfPackageAround(module.file, specifier) ? 'unknown' : 'elsewhere';
}

/** Whether an import or re-export may bring what a module exports as `name`. */
function brings(statement: TSESTree.ProgramStatement, name: string): boolean {
  if (statement.type === 'ExportAllDeclaration') return true;
  if (statement.type === 'ExportNamedDeclaration')
    return statement.specifiers.some(({ local }) => nameOf(local) === name);
  if (statement.type !== 'ImportDeclaration') return false;
  return statement.specifiers.some((specifier) => {
    if (specifier.type === 'ImportSpecifier') return nameOf(specifier.imported) === name;
    return specifier.type === 'ImportNamespaceSpecifier' || name === 'default';
  });
}

function callsBy(
  statement: TSESTree.ProgramStatement,
  unit: SourceUnit,
  name: string,
  project: SourceProject,
  seen: Map<string, string>,
): readonly CallSite[] {
  const onward = (exported: string) => callsThrough(unit, exported, project, seen);
  if (statement.type === 'ExportAllDeclaration') {
    if (statement.exported) throw new PropagationRefusal('loaded-dynamically', unit, statement);
    return name === 'default' ? [] : onward(name);
  }
  if (statement.type === 'ExportNamedDeclaration') {
    const passed = statement.specifiers.filter(({ local }) => nameOf(local) === name);
    return passed.flatMap(({ exported }) => onward(nameOf(exported)));
  }
  if (statement.type !== 'ImportDeclaration') return [];
  return statement.specifiers.flatMap((specifier) => {
    if (specifier.type === 'ImportNamespaceSpecifier')
      throw new PropagationRefusal('loaded-dynamically', unit, specifier);
    const imported = specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
    if (imported !== name) return [];
    const [variable] = unit.scopes.getDeclaredVariables(specifier);
    if (!variable) return [];
    refuseEval(unit);
    const { calls, exports } = usesOf(unit, variable);
    return [...calls, ...exports.flatMap(onward)];
  });
}

/** `require(…)`, `import(…)` and `import x = require(…)` of the module, or of a module that only the run knows. */
function refuseDynamicLoads(unit: SourceUnit, leadsHere: (specifier: unknown) => boolean): void {
  walk(unit.ast, (node) => {
    const source = loadedBy(node);
    if (!source) return;
    const isKnown = source.type === 'Literal';
    if (!isKnown || leadsHere(source.value)) throw new PropagationRefusal('loaded-dynamically', unit, node);
  });
}

function loadedBy(node: TSESTree.Node): TSESTree.Node | undefined {
  if (node.type === 'ImportExpression') return node.source;
  if (node.type === 'TSExternalModuleReference') return node.expression;
  if (node.type !== 'CallExpression' || node.callee.type !== 'Identifier') return undefined;
  return node.callee.name === 'require' ? node.arguments[0] : undefined;
}

function refuseEval(unit: SourceUnit): void {
  walk(unit.ast, (node) => {
    const isEval =
      node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'eval';
    if (isEval || node.type === 'WithStatement') throw new PropagationRefusal('unreadable-file', unit, node);
  });
}

function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}
