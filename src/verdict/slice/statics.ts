/**
 * Purpose: properties of classes, functions and namespaces: state of a module, of which a worker has a copy of its own.
 * Input: the place that is read.
 * Guarantee: a property counts as constant only when it is initialised with a literal and nothing can assign it.
 */
import type { ScopeVariable as Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import type { Place, SourceUnit } from '../../model/index.ts';
import { isClass, isFunction, staticKey, unwrap, walkNodes } from '../../facts/ast.ts';
import { unitOf } from '../../facts/scopes.ts';
import { isLiteralValue } from './tables.ts';

type Node = TSESTree.Node;
type ClassNode = TSESTree.ClassDeclaration | TSESTree.ClassExpression;

/** Whether a variable stands for a function, a class or a namespace. */
export function isCode({ defs: [definition] }: Variable): boolean {
  if (definition?.type === 'TSModuleName') return true;
  const code = definition && codeOf(definition);
  return code !== undefined && (isFunction(code) || isClass(code));
}

/** The node of a parameter's definition is its function, which isn't what the parameter stands for. */
function codeOf(definition: Variable['defs'][number]): Node {
  if (definition.type === 'Parameter') return definition.name;
  return definition.type === 'Variable' ? unwrap(definition.node.init ?? definition.node) : definition.node;
}

/** Whether a place is a property of code, as `Config.depth`, that may have another value than the one its module gives it. */
export function isStateOfCode(variable: Variable, { path }: Place): boolean {
  const [definition] = variable.defs;
  const [key] = path;
  if (!definition || !key) return false;
  const code = codeOf(definition);
  if (code.type === 'TSModuleDeclaration') return !(key.kind === 'name' && isConstantExport(code, key.name));
  if (isFunction(code)) return key.kind !== 'name' || !isFixedOfCode(key.name);
  return (
    isClass(code) && !(key.kind === 'name' && path.length === 1 && isConstantField(variable, code, key.name))
  );
}

/** Whether a place is a property of whatever class an object is of: `this.constructor.depth`. */
export function isStateOfItsClass({ path }: Place): boolean {
  return path.some((key, at) => {
    const next = path[at + 1];
    const isClassOf = key.kind === 'name' && key.name === 'constructor';
    return isClassOf && next !== undefined && !(next.kind === 'name' && isFixedOfCode(next.name));
  });
}

function isFixedOfCode(name: string): boolean {
  return name === 'name' || name === 'length' || name === 'prototype';
}

/** `export const` of a literal in a namespace. */
function isConstantExport({ body }: TSESTree.TSModuleDeclaration, name: string): boolean {
  if (body?.type !== 'TSModuleBlock') return false;
  const declarations = body.body.flatMap((statement) =>
    statement.type === 'ExportNamedDeclaration' && statement.declaration?.type === 'VariableDeclaration'
      ? [statement.declaration]
      : [],
  );
  return declarations.some(
    ({ kind, declarations: declared }) =>
      kind === 'const' && declared.some(({ id, init }) => isNamed(id, name) && init && isLiteralValue(init)),
  );
}

function isNamed(node: Node, name: string): boolean {
  return node.type === 'Identifier' && node.name === name;
}

/** A static field with a literal that is `readonly`, private, or of a class that no other file sees, and assigned nowhere here. */
function isConstantField(variable: Variable, node: ClassNode, name: string): boolean {
  if (isFixedOfCode(name)) return true;
  const field = node.body.body.find(
    (member) =>
      member.type === 'PropertyDefinition' &&
      member.static &&
      staticKey(member.key, member.computed) === name,
  );
  if (field?.type !== 'PropertyDefinition' || !field.value || !isLiteralValue(field.value)) return false;
  if (field.readonly) return true;
  const isUnseen = field.accessibility === 'private' || !isExported(node);
  // Within its body, a class has a variable of its own for its name.
  const inner = variable.scope.childScopes.find(({ block }) => block === node)?.set.get(variable.name);
  const references = [...variable.references, ...(inner?.references ?? [])];
  const unit = unitOf(variable);
  const isAssigned = !unit || assignedIn(unit).has(name);
  return isUnseen && references.every(({ identifier }) => isPlainUse(identifier)) && !isAssigned;
}

const assigned = new WeakMap<SourceUnit['ast'], ReadonlySet<string>>();

/** The properties that a file assigns, of whatever object, other than an instance's own: `self().depth = 1`, `this.constructor.depth++`. */
function assignedIn(unit: SourceUnit): ReadonlySet<string> {
  const known = assigned.get(unit.ast);
  if (known) return known;
  const names = new Set<string>();
  walkNodes(unit.ast, (node) => {
    if (node.type !== 'MemberExpression' || isReadOnly(node) || isOfInstance(node)) return true;
    const name = staticKey(node.property, node.computed);
    if (name !== undefined) names.add(name);
    return true;
  });
  assigned.set(unit.ast, names);
  return names;
}

/** `this.depth` in a method or constructor that isn't static. */
function isOfInstance({ object, parent }: TSESTree.MemberExpression): boolean {
  let at: Node | undefined = object.type === 'ThisExpression' ? parent : undefined;
  while (at && (!isFunction(at) || at.type === 'ArrowFunctionExpression')) at = at.parent;
  return at?.parent.type === 'MethodDefinition' && !at.parent.static;
}

function isExported(node: Node): boolean {
  for (let at: Node | undefined = node; at; at = at.parent) if (at.type.startsWith('Export')) return true;
  return false;
}

/** `new C()`, `C.field` read, `C.method()`, `x instanceof C`: uses that neither assign a property nor give the class away. */
function isPlainUse(identifier: Node): boolean {
  const { parent } = identifier;
  if (parent?.type === 'NewExpression') return parent.callee === identifier;
  if (parent?.type === 'BinaryExpression') return parent.operator === 'instanceof';
  if (parent?.type.startsWith('TS') || parent?.type === 'ExportSpecifier')
    return parent.type !== 'ExportSpecifier';
  if (parent?.type !== 'MemberExpression' || parent.object !== identifier || parent.computed) return false;
  return isReadOnly(parent);
}

/** Neither assigned nor deleted. */
function isReadOnly(member: TSESTree.MemberExpression): boolean {
  const use = member.parent;
  if (use.type === 'AssignmentExpression') return use.left !== member;
  return use.type !== 'UpdateExpression' && !(use.type === 'UnaryExpression' && use.operator === 'delete');
}
