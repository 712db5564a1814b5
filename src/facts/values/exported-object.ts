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
import { importedName, moduleExports, nameOf } from './exports.ts';

type Node = TSESTree.Node;

/** What of a module a name stands for: `*` for `module.exports` as a whole. */
interface Source {
  readonly specifier: string;
  readonly name: string;
}

/** Whether what is read at `path` of an imported variable may change with nobody assigning a variable. */
export function holdsState(
  project: ModuleResolver | undefined,
  { variable, unit }: { readonly variable: Variable; readonly unit: SourceUnit },
  path: readonly Key[],
): boolean {
  const source = sourceBehind(variable);
  return project !== undefined && source !== undefined && isState(project, source, unit, path, 20);
}

function sourceBehind({ defs: [definition, ...others], identifiers: [name] }: Variable): Source | undefined {
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
  { specifier, name }: Source,
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
  return unit.ast.body.some(
    (node) => handsOn(node, name) && isState(project, sourceIn(node, name), unit, path, depth - 1),
  );
}

/** `lib.list.length` of `const lib = require('./lib')` */
function isStateOfExport(exports: ReadonlyMap<string, Node>, [key, ...rest]: readonly Key[]): boolean {
  const own = key?.kind === 'name' ? exports.get(key.name) : undefined;
  return own !== undefined && isStateAt(own, rest, true);
}

/** @param isExported whether it is a property of the module's exports */
function isStateAt(value: Node, path: readonly Key[], isExported: boolean): boolean {
  const expression = unwrap(value);
  // What a name stands for is judged where that is declared.
  if (isFunction(expression) || isClass(expression) || expression.type === 'Identifier') return false;
  const [key, ...rest] = path;
  if (/^(?:(?:Template)?Literal|UnaryExpression)$/.test(expression.type)) return !isExported;
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

/** Code, an object of nothing but code, a primitive, or a name, which is judged where it is declared. */
function isCodeOrValue(node: Node): boolean {
  const value = unwrap(node);
  if (isFunction(value) || isClass(value)) return true;
  if (value.type === 'ObjectExpression')
    return value.properties.every((one) => one.type === 'Property' && isFunction(one.value));
  return /^(?:Identifier|Literal|TemplateLiteral|UnaryExpression)$/.test(value.type);
}

type Reexport = TSESTree.ExportNamedDeclaration & { source: TSESTree.StringLiteral };

function handsOn(node: Node, name: string): node is Reexport | TSESTree.ExportAllDeclaration {
  if (node.type === 'ExportAllDeclaration') return !node.exported && name !== 'default';
  if (node.type !== 'ExportNamedDeclaration' || !node.source) return false;
  return node.specifiers.some(({ exported }) => nameOf(exported) === name);
}

function sourceIn(node: Reexport | TSESTree.ExportAllDeclaration, name: string): Source {
  const specifier = node.source.value;
  if (node.type === 'ExportAllDeclaration') return { specifier, name };
  const found = node.specifiers.find(({ exported }) => nameOf(exported) === name);
  return { specifier, name: found ? nameOf(found.local) : name };
}
