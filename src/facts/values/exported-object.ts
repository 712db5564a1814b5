/**
 * Purpose: objects that a module exports without a name of its own for them: `export default new Config()`, `exports.list = [1]`.
 * Input: a variable of a project's file that an import or `require` gives its value, and what is read of it.
 * Guarantee: `holdsState` is false only for code, and for primitive properties of what CommonJS exports, which change by their names alone.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { Key, SourceUnit } from '../../model/index.ts';
import { isClass, isFunction, staticKey, unwrap } from '../ast.ts';
import type { ModuleResolver } from '../context.ts';
import { sourceOf } from '../module-effects.ts';
import type { Variable } from '../scopes.ts';
import { handedOnFrom, importedName, moduleExports } from './exports.ts';
import type { ExportSource } from './exports.ts';

type Node = TSESTree.Node;

/** Whether what is read at `path` of an imported variable may change with nobody assigning a variable. */
export function holdsState(
  project: ModuleResolver | undefined,
  { variable, unit }: { readonly variable: Variable; readonly unit: SourceUnit },
  path: readonly Key[],
): boolean {
  const source = sourceBehind(variable);
  return project !== undefined && source !== undefined && isState(project, source, unit, path, 20);
}

function sourceBehind({
  defs: [definition, ...others],
  identifiers: [name],
}: Variable): ExportSource | undefined {
  if (!definition || others.length > 0 || !name) return undefined;
  if (definition.type === 'ImportBinding') return importedName(definition);
  if (definition.type !== 'Variable' || !definition.node.init) return undefined;
  const { id } = definition.node;
  const init = unwrap(definition.node.init);
  const member = init.type === 'MemberExpression' ? init : undefined;
  const specifier = sourceOf(member ? unwrap(member.object) : init);
  const taken = member ? staticKey(member.property, member.computed) : '*';
  if (specifier === undefined || taken === undefined) return undefined;
  if (id.type === 'Identifier') return { specifier, name: taken };
  if (member) return undefined;
  if (id.type !== 'ObjectPattern') return undefined;
  const part = id.properties.find((property) => property.type === 'Property' && property.value === name);
  const key = part?.type === 'Property' ? staticKey(part.key, part.computed) : undefined;
  return key === undefined ? undefined : { specifier, name: key };
}

function isState(
  project: ModuleResolver,
  { specifier, name }: ExportSource,
  from: SourceUnit,
  path: readonly Key[],
  depth: number,
): boolean {
  const unit = project.resolve(specifier, from.file);
  if (!unit || depth === 0) return false;
  const exports = moduleExports(unit);
  const own = exports.get(name);
  if (own) return isStateAt(own, path, false);
  const isWhole = name === '*' || name === 'default';
  const whole = isWhole ? exports.get('=') : undefined;
  if (whole && whole.type !== 'ObjectExpression') return isStateAt(whole, path, false);
  if (isWhole) return isStateOfExport(exports, path);
  return handedOnFrom(unit, name).some((source) => isState(project, source, unit, path, depth - 1));
}

/** `lib.list.length` of `const lib = require('./lib')` */
function isStateOfExport(exports: ReadonlyMap<string, Node>, [key, ...rest]: readonly Key[]): boolean {
  const own = key?.kind === 'name' ? exports.get(key.name) : undefined;
  return own !== undefined && isStateAt(own, rest, true);
}

/** @param isExported whether it is a property of the module's exports */
function isStateAt(value: Node, path: readonly Key[], isExported: boolean): boolean {
  const expression = unwrap(value);
  if (isCodeOrName(expression)) return false;
  const [key, ...rest] = path;
  if (isPrimitive(expression)) return !isExported;
  if (!key) return false;
  if (expression.type !== 'ObjectExpression' || key.kind !== 'name') return true;
  const property = expression.properties.find(
    (one) => one.type === 'Property' && staticKey(one.key, one.computed) === key.name,
  );
  return property?.type === 'Property' ? isStateAt(property.value, rest, false) : true;
}

/** Whether a property of a module's exports is, or is in, an object that may change and has no name in the module. */
export function isDataExport(unit: SourceUnit, name: string): boolean {
  const exports = moduleExports(unit);
  const own = exports.get(name);
  if (own) return !isCodeOrValue(own);
  const whole = exports.get('=');
  return whole !== undefined && whole.type !== 'ObjectExpression' && !isCodeOrValue(whole);
}

function isCodeOrValue(node: Node): boolean {
  const value = unwrap(node);
  if (value.type !== 'ObjectExpression') return isCodeOrName(value) || isPrimitive(value);
  return value.properties.every((one) => one.type === 'Property' && isFunction(one.value));
}

/** What a name stands for is judged where that is declared. */
function isCodeOrName(node: Node): boolean {
  return isFunction(node) || isClass(node) || node.type === 'Identifier';
}

function isPrimitive({ type }: Node): boolean {
  return /^(?:Literal|TemplateLiteral|UnaryExpression)$/.test(type);
}
