/**
 * Purpose: where the free names of a worker module come from: imports of the source file, declarations that move, the source
 * file itself, or the language.
 * Input: the source file, the accepted plans, one free name at a time.
 * Guarantee: a value of the source file is only reached when a plan lists it as a helper; nothing is declared twice.
 */
import { dirname, relative } from 'node:path';
import type { TSESTree } from '@typescript-eslint/types';
import type { HelperPlan, RewritePlan, SourceUnit } from '../../src/model/index.ts';
import { isHandedOn } from '../../src/parse/index.ts';
import { exportNames, toMovable } from './declarations.ts';
import type { MovableStatement } from './declarations.ts';
import { importedName } from './import-bindings.ts';
import type { ImportRequest } from './imports.ts';
import { toSpecifier } from './module-format.ts';
import type { ModuleFormat } from './module-format.ts';
import { Refusal } from './refusal.ts';
import type { FreeName, TopLevelName } from './scope.ts';

/** What brings a name into the worker module. */
export type Provision =
  | { readonly by: 'import'; readonly request: ImportRequest }
  /** A line as the source file has it: `const parse = require('parse').default;` */
  | { readonly by: 'copy'; readonly text: string }
  | { readonly by: 'move'; readonly statements: readonly MovableStatement[] }
  /** A type of the source file, which gets `export` where it has none. */
  | { readonly by: 'type'; readonly request: ImportRequest; readonly exportAt: number | undefined };

export interface NameSource {
  readonly unit: SourceUnit;
  readonly format: ModuleFormat;
  readonly topLevel: ReadonlyMap<string, TopLevelName>;
  readonly plans: readonly RewritePlan[];
}

/** Undefined for a name that the source file doesn't declare: a global. */
export function provide({ name, isType }: FreeName, source: NameSource): Provision | undefined {
  const found = source.topLevel.get(name);
  const foreign = isType ? undefined : provideClass(name, source);
  if (foreign || !found) return foreign;
  const { definition } = found;
  if (definition.type === 'ImportBinding') {
    return { by: 'import', request: copyImport(found, isType, source) };
  }
  const required = copyRequire(found, source);
  if (required) return required;
  const isTypeName = definition.type === 'Type';
  return isTypeName || isType ? provideType(found, source) : provideValue(found, source);
}

/** A class that the source file doesn't know by name: imported from where it is declared. */
function provideClass(name: string, { plans, unit, format }: NameSource): Provision | undefined {
  const from = plans.flatMap(({ task }) => task.classes).find((one) => one.name === name)?.from;
  if (!from) return undefined;
  const path = relative(dirname(unit.file), from.file).replaceAll('\\', '/');
  const specifier = toSpecifier(path.startsWith('.') ? path : `./${path}`, format);
  return { by: 'import', request: { from: specifier, name: from.exported, local: name, typeOnly: false } };
}

function copyImport({ name, definition }: TopLevelName, isType: boolean, source: NameSource): ImportRequest {
  const specifier = definition.node as TSESTree.Node;
  const declaration = definition.parent as TSESTree.Node | undefined | null;
  if (declaration?.type !== 'ImportDeclaration') throw refuse(source, name, 'helper-declaration');
  const isOwnType = specifier.type === 'ImportSpecifier' && specifier.importKind === 'type';
  const [first] = declaration.attributes;
  const attributes =
    first && source.unit.text.slice(declaration.source.range[1], declaration.range[1]).replace(/;$/, '');
  return {
    from: declaration.source.value,
    name: importedName(specifier as TSESTree.ImportClause),
    local: name,
    typeOnly: isType || isOwnType || declaration.importKind === 'type',
    ...(attributes === undefined ? {} : { attributes }),
  };
}

/** `const { a } = require('x')`: only `a`; other forms with `require` are copied as they stand. */
function copyRequire(
  { name, definition, statements }: TopLevelName,
  { unit }: NameSource,
): Provision | undefined {
  const declarator = definition.node as TSESTree.Node;
  const [statement] = statements;
  if (declarator.type !== 'VariableDeclarator' || !statement || !declarator.init) return undefined;
  const root = rootCall(declarator.init);
  const [argument] = root?.arguments ?? [];
  if (argument?.type !== 'Literal' || typeof argument.value !== 'string') return undefined;
  const from = argument.value;
  if (declarator.init !== root) {
    const isAlone = statement.type === 'VariableDeclaration' && statement.declarations.length === 1;
    return isAlone ? { by: 'copy', text: unit.text.slice(...statement.range) } : undefined;
  }
  const { id } = declarator;
  if (id.type === 'Identifier')
    return { by: 'import', request: { from, name: '*', local: name, typeOnly: false } };
  if (id.type !== 'ObjectPattern') return undefined;
  const property = id.properties.find((one) => one.type === 'Property' && isNamed(one.value, name));
  if (property?.type !== 'Property' || property.key.type !== 'Identifier') return undefined;
  return { by: 'import', request: { from, name: property.key.name, local: name, typeOnly: false } };
}

function isNamed(node: TSESTree.Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** The `require(…)` at the root of `require(…).a.b`. */
function rootCall(node: TSESTree.Node): TSESTree.CallExpression | undefined {
  if (node.type === 'MemberExpression') return rootCall(node.object);
  const isRequire = node.type === 'CallExpression' && isNamed(node.callee, 'require');
  return isRequire ? node : undefined;
}

function provideType(found: TopLevelName, source: NameSource): Provision {
  const [exported] = exportNames(source.unit, found);
  const [statement] = found.statements;
  if (!statement || (exported === undefined && !/^(?:TS|Class)/.test(statement.type))) {
    throw refuse(source, found.name, 'untypable');
  }
  // A new export would be one of every module that hands on this one, and clash with what those export by that name.
  if (exported === undefined && isDeclaredType(found) && isHandedOn(source.unit.file))
    return { by: 'move', statements: movableStatements(found, source) };
  const request: ImportRequest = {
    from: source.format.sourceSpecifier,
    name: exported ?? found.name,
    local: found.name,
    typeOnly: true,
  };
  return { by: 'type', request, exportAt: exported === undefined ? statement.range[0] : undefined };
}

/** An interface or type alias. */
function isDeclaredType({ statements }: TopLevelName): boolean {
  return statements.every(({ type }) => /^TS(?:Interface|TypeAlias)Declaration$/.test(type));
}

function provideValue(found: TopLevelName, source: NameSource): Provision {
  const helper = findHelper(found.name, source.plans);
  if (!helper) throw refuse(source, found.name, 'free-variable');
  if (found.isReassigned) throw refuse(source, found.name, 'helper-declaration');
  const [exported] = exportNames(source.unit, found);
  if (exported !== undefined && mayImportSource(source)) {
    const request = {
      from: source.format.sourceSpecifier,
      name: exported,
      local: found.name,
      typeOnly: false,
    };
    return { by: 'import', request };
  }
  const statements = movableStatements(found, source);
  const names = statements.flatMap((statement) => statement.names);
  if (!names.every((name) => findHelper(name, source.plans)))
    throw refuse(source, found.name, 'helper-declaration');
  return { by: 'move', statements };
}

/** All that declares a name, as it moves. */
function movableStatements(found: TopLevelName, source: NameSource): readonly MovableStatement[] {
  const statements = found.statements.map((statement) => toMovable(source.unit, statement));
  const movable = statements.filter((statement) => statement !== undefined);
  if (movable.length < statements.length || movable.length === 0)
    throw refuse(source, found.name, 'helper-declaration');
  return movable;
}

/** In CommonJS the two modules would wait for each other; elsewhere importing the file must not run anything. */
function mayImportSource({ format, plans, unit }: NameSource): boolean {
  // A class is evaluated when its module loads: what it extends must be there, which it isn't in a cycle.
  const hasClass = plans.some(({ helpers }) => helpers.some((helper) => isClassOf(unit, helper)));
  return (
    format.syntax === 'esm' && !hasClass && !plans.some(({ sourceHasSideEffects }) => sourceHasSideEffects)
  );
}

function isClassOf(unit: SourceUnit, helper: HelperPlan): boolean {
  if (helper.kind !== 'declared') return false;
  return /^(?:abstract\s+)?class\b|=\s*class\b/.test(unit.text.slice(...helper.declaration));
}

function findHelper(name: string, plans: readonly RewritePlan[]): HelperPlan | undefined {
  return plans.flatMap(({ helpers }) => helpers).find((helper) => helper.name === name);
}

/** Laid to the plan that lists the name as a helper, else to the first whose task could mention it. */
function refuse({ plans, unit }: NameSource, name: string, code: Refusal['code']): Refusal {
  const listing = plans.find(({ helpers }) => helpers.some((helper) => helper.name === name));
  const mention = new RegExp(`(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`);
  const guilty =
    listing ?? plans.find(({ replace }) => mention.test(unit.text.slice(...replace))) ?? plans[0];
  if (!guilty) throw new TypeError('no plan');
  return new Refusal(guilty, code, name);
}
