/** What modules export, and what imports and `require` bind: ECMAScript and CommonJS. */
import type { Definition } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import { isClass, isFunction, staticKey, unwrap } from '../ast.ts';
import type { Run } from '../run.ts';
import { scopeIndexOf } from '../scopes.ts';
import { outerValue } from './outer.ts';
import { typeOfKind } from './type.ts';
import { classValue, functionValue, valueOfRef } from './value.ts';
import type { Value } from './value.ts';

type ImportDefinition = Extract<
  Definition,
  { node: TSESTree.ImportClause | TSESTree.TSImportEqualsDeclaration }
>;

/** What an imported name stands for; undefined when its module isn't found or the export isn't code. */
export function importedValue(run: Run, def: ImportDefinition, unit: SourceUnit): Value | undefined {
  const source = importedName(def);
  const isType = def.parent.type === 'ImportDeclaration' && def.parent.importKind === 'type';
  return source && !isType ? memberOfModule(run, source.specifier, source.name, unit) : undefined;
}

/** The module that an import names, and the name there: `default` and `*` for default and namespace imports. */
export function importedName({ node, parent }: ImportDefinition): ExportSource | undefined {
  if (parent.type !== 'ImportDeclaration') return undefined;
  const specifier = parent.source.value;
  if (node.type === 'ImportSpecifier') return { specifier, name: nameOf(node.imported) };
  return { specifier, name: node.type === 'ImportDefaultSpecifier' ? 'default' : '*' };
}

function memberOfModule(run: Run, specifier: string, name: string, unit: SourceUnit): Value | undefined {
  const { project } = run.context;
  if (project ? project.isBuiltinModule(specifier) : specifier.startsWith('node:')) {
    const path = name === '*' || name === 'default' ? '' : name;
    return valueOfRef({ kind: 'builtin', path, module: specifier }, typeOfKind('any'));
  }
  const target = project?.resolve(specifier, unit.file);
  if (!target) return undefined;
  return name === '*' ? namespaceValue(target) : exportedValue(run, target, name);
}

function namespaceValue(unit: SourceUnit): Value {
  return valueOfRef({ kind: 'namespace', unit }, typeOfKind('object'));
}

/** `require('./x')` with a literal. */
export function requiredValue(run: Run, node: TSESTree.CallExpression, unit: SourceUnit): Value | undefined {
  const [argument] = node.arguments;
  const isRequire = node.callee.type === 'Identifier' && node.callee.name === 'require';
  if (!isRequire || argument?.type !== 'Literal' || typeof argument.value !== 'string') return undefined;
  if (scopeIndexOf(unit).variableOf(node.callee as TSESTree.Identifier)) return undefined;
  const value = memberOfModule(run, argument.value, '*', unit);
  const [ref] = value?.refs.values() ?? [];
  return ref?.kind === 'namespace' ? (wholeExport(run, ref.unit) ?? value) : value;
}

/** `module.exports = f`. */
function wholeExport(run: Run, unit: SourceUnit): Value | undefined {
  const whole = moduleExports(unit).get('=');
  return whole && codeOf(run, whole, unit);
}

const searching = new Set<string>();

/** What a module exports under a name. */
export function exportedValue(run: Run, unit: SourceUnit, name: string): Value | undefined {
  const key = `${unit.file} ${name}`;
  if (searching.has(key)) return undefined;
  searching.add(key);
  try {
    return findExport(run, unit, name);
  } finally {
    searching.delete(key);
  }
}

function findExport(run: Run, unit: SourceUnit, name: string): Value | undefined {
  const exports = moduleExports(unit);
  const own = exports.get(name);
  if (own) return codeOf(run, own, unit);
  for (const node of unit.ast.body) {
    if (node.type === 'ExportNamedDeclaration' && node.source) {
      for (const { local, exported } of node.specifiers) {
        if (nameOf(exported) === name) return memberOfModule(run, node.source.value, nameOf(local), unit);
      }
    }
    if (node.type === 'ExportAllDeclaration' && name !== 'default') {
      const specifier = node.source.value;
      if (!node.exported && run.context.project?.mayExport?.(specifier, unit.file, name) === false) continue;
      const found = memberOfModule(run, specifier, node.exported ? '*' : name, unit);
      if (node.exported ? nameOf(node.exported) === name : found) return found;
    }
  }
  const whole = name === 'default' ? wholeExport(run, unit) : undefined;
  return whole;
}

/** What of which module a name stands for; `*` for all of it. */
export interface ExportSource {
  readonly specifier: string;
  readonly name: string;
}

/** Where a module that hands a name on has it from: `export { inner as name } from './inner'`, or else any `export * from './inner'`. */
export function handedOnFrom(unit: SourceUnit, name: string): readonly ExportSource[] {
  const all: ExportSource[] = [];
  for (const node of unit.ast.body) {
    if (node.type === 'ExportAllDeclaration' && !node.exported && name !== 'default')
      all.push({ specifier: node.source.value, name });
    if (node.type !== 'ExportNamedDeclaration' || !node.source) continue;
    const specifier = node.specifiers.find(({ exported }) => nameOf(exported) === name);
    if (specifier) return [{ specifier: node.source.value, name: nameOf(specifier.local) }];
  }
  return all;
}

export function nameOf(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

function codeOf(run: Run, node: TSESTree.Node, unit: SourceUnit): Value | undefined {
  const code = unwrap(node);
  if (isFunction(code)) return functionValue(code, unit);
  if (isClass(code)) return classValue(code, unit);
  if (code.type !== 'Identifier') return undefined;
  const variable = scopeIndexOf(unit).variableOf(code);
  return variable && outerValue(run, variable, unit);
}

const exportTables = new WeakMap<SourceUnit['ast'], ReadonlyMap<string, TSESTree.Node>>();

/** Name → the exported function, class or identifier, of the file's top level. `=` is all of `module.exports`. */
export function moduleExports(unit: SourceUnit): ReadonlyMap<string, TSESTree.Node> {
  const known = exportTables.get(unit.ast);
  if (known) return known;
  const table = new Map<string, TSESTree.Node>();
  for (const node of unit.ast.body) collectExports(node, unit, table);
  exportTables.set(unit.ast, table);
  return table;
}

function collectExports(
  node: TSESTree.ProgramStatement,
  unit: SourceUnit,
  table: Map<string, TSESTree.Node>,
): void {
  if (node.type === 'ExportDefaultDeclaration') table.set('default', node.declaration);
  if (node.type === 'ExportNamedDeclaration' && !node.source) {
    for (const { local, exported } of node.specifiers) table.set(nameOf(exported), local);
    collectDeclared(node.declaration, unit, table);
  }
  if (node.type === 'TSExportAssignment') table.set('=', node.expression);
  if (node.type === 'ExpressionStatement' && node.expression.type === 'AssignmentExpression') {
    collectCommonJs(node.expression, table);
  }
}

function collectDeclared(
  node: TSESTree.Node | null,
  unit: SourceUnit,
  table: Map<string, TSESTree.Node>,
): void {
  if (!node) return;
  if (node.type === 'VariableDeclaration') {
    for (const { name, identifiers } of unit.scopes.getDeclaredVariables(node)) {
      if (identifiers[0]) table.set(name, identifiers[0]);
    }
  } else if ('id' in node && node.id?.type === 'Identifier') table.set(node.id.name, node.id);
}

/** `exports.f = …`, `module.exports.f = …`, `module.exports = { f }`. A name assigned twice isn't certain. */
function collectCommonJs(node: TSESTree.AssignmentExpression, table: Map<string, TSESTree.Node>): void {
  const { left, right } = node;
  if (left.type !== 'MemberExpression') return;
  const name = staticKey(left.property, left.computed);
  if (name === undefined) return;
  const isModule = left.object.type === 'Identifier' && left.object.name === 'module';
  if (isModule && name === 'exports') {
    table.set('=', right);
    if (right.type === 'ObjectExpression') collectObjectExports(right, table);
  } else if (isExportsObject(left.object)) table.set(name, right);
}

function collectObjectExports(object: TSESTree.ObjectExpression, table: Map<string, TSESTree.Node>): void {
  for (const property of object.properties) {
    if (property.type !== 'Property' || property.kind !== 'init') continue;
    const key = staticKey(property.key, property.computed);
    if (key !== undefined) table.set(key, property.value);
  }
}

function isExportsObject(node: TSESTree.Node): boolean {
  if (node.type === 'Identifier') return node.name === 'exports';
  return (
    node.type === 'MemberExpression' &&
    node.object.type === 'Identifier' &&
    node.object.name === 'module' &&
    staticKey(node.property, node.computed) === 'exports'
  );
}
