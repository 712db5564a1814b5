/**
 * Purpose: which code an expression stands for, so that what is put on it changes that code: `K`, `K.prototype`, `lib.K`, `Math`.
 * Input: an expression that is evaluated while the program runs.
 * Guarantee: undefined only for what surely is neither a function, class or module, nor a part or the prototype of one.
 */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../model/index.ts';
import { isBuiltinGlobal } from './builtins/index.ts';
import { contains, isClass, isFunction, staticKey, unwrap } from './ast.ts';
import { sourceOf } from './module-effects.ts';
import { isReassigned, scopeIndexOf } from './scopes.ts';
import type { Variable } from './scopes.ts';

type Node = TSESTree.Node;

export type Holder = (
  | {
      readonly kind: 'module';
      /** As the file names it; none for the file's own exports. */
      readonly source: string | undefined;
      /** What it exports under that name; none for the module itself, or what it exports by default. */
      readonly name: string | undefined;
    }
  /** A function or class of the file. */
  | { readonly kind: 'own'; readonly code: Node }
  /** What the global of that name is, or leads to. */
  | { readonly kind: 'builtin'; readonly name: string }
  /** It isn't known what. */
  | { readonly kind: 'any' }
) & { readonly isPrototype: boolean };

/** Names that stand for names are followed so far. */
const maxDepth = 20;

export function holderOf(unit: SourceUnit, node: Node, depth = 0): Holder | undefined {
  const expression = unwrap(node);
  if (isClass(expression) || isFunction(expression)) return own(expression);
  switch (expression.type) {
    case 'Identifier':
      return named(unit, expression, depth);
    case 'MemberExpression':
      return memberAt(unit, expression, depth);
    case 'CallExpression':
    case 'ImportExpression':
      return called(expression);
    case 'AwaitExpression':
      return holderOf(unit, expression.argument, depth);
    case 'ThisExpression':
      return isInstance(expression) ? undefined : any;
    case 'ObjectExpression':
    case 'ArrayExpression':
    case 'NewExpression':
    case 'Literal':
    case 'TemplateLiteral':
      return undefined;
    default:
      return any;
  }
}

const any: Holder = { kind: 'any', isPrototype: false };

function exportOf(source: string | undefined, name?: string): Holder {
  return { kind: 'module', source, name, isPrototype: false };
}

function own(code: Node): Holder {
  return { kind: 'own', code, isPrototype: false };
}

/** `require('./lib')`, `import('./lib')`, `Object.getPrototypeOf(x)` */
function called(node: TSESTree.CallExpression | TSESTree.ImportExpression): Holder {
  const source = sourceOf(node);
  if (source !== undefined) return exportOf(source);
  const callee = node.type === 'CallExpression' ? unwrap(node.callee) : undefined;
  const isPrototype =
    callee?.type === 'MemberExpression' && staticKey(callee.property, callee.computed) === 'getPrototypeOf';
  return { ...any, isPrototype };
}

function memberAt(unit: SourceUnit, member: TSESTree.MemberExpression, depth: number): Holder {
  const { object } = member;
  const key = staticKey(member.property, member.computed);
  const isModule = object.type === 'Identifier' && object.name === 'module' && key === 'exports';
  if (isModule && !scopeIndexOf(unit).variableOf(object)) return exportOf(undefined);
  return memberOf(holderOf(unit, object, depth), key);
}

function memberOf(holder: Holder = any, key: string | undefined): Holder {
  if (key === 'prototype' || key === '__proto__') return { ...holder, isPrototype: true };
  if (holder.kind === 'builtin') return holder;
  return holder.kind === 'module' ? { ...holder, name: holder.name ?? key } : any;
}

function named(unit: SourceUnit, node: TSESTree.Identifier, depth: number): Holder | undefined {
  const variable = scopeIndexOf(unit).variableOf(node);
  if (variable) return depth < maxDepth ? heldBy(unit, variable, depth + 1) : any;
  if (node.name === 'exports' || node.name === 'module') return exportOf(undefined);
  return isBuiltinGlobal(node.name) ? { kind: 'builtin', name: node.name, isPrototype: false } : any;
}

/** A variable that is declared as another name, or a part, of something is that. */
function heldBy(unit: SourceUnit, variable: Variable, depth: number): Holder | undefined {
  const [definition] = variable.defs;
  if (!definition || isReassigned(variable)) return any;
  switch (definition.type) {
    case 'ClassName':
    case 'FunctionName':
      return own(definition.node);
    case 'ImportBinding':
      return imported(definition.node);
    case 'Variable': {
      const { id, init } = definition.node;
      if (!init) return any;
      const whole = holderOf(unit, init, depth);
      return id.type === 'Identifier' ? whole : memberOf(whole, keyIn(id, variable));
    }
    default:
      return any;
  }
}

function imported(node: Node): Holder {
  const { parent } = node;
  const source = sourceOf(parent?.type === 'ImportDeclaration' ? parent : node);
  if (source === undefined) return any;
  if (node.type !== 'ImportSpecifier') return exportOf(source);
  const name = node.imported.type === 'Identifier' ? node.imported.name : node.imported.value;
  return exportOf(source, name === 'default' ? undefined : name);
}

/** `add` of `const { add: sum } = …`, the outermost of several. */
function keyIn(pattern: Node, { identifiers: [name] }: Variable): string | undefined {
  if (pattern.type !== 'ObjectPattern' || !name) return undefined;
  const part = pattern.properties.find(({ range }) => contains(range, name.range));
  return part?.type === 'Property' ? staticKey(part.key, part.computed) : undefined;
}

/** `this` of a constructor, or of a method or field that isn't static, old forms of them included. */
function isInstance(node: Node): boolean {
  let at: Node | undefined = node.parent;
  while (at && (!isFunction(at) || at.type === 'ArrowFunctionExpression') && at.type !== 'PropertyDefinition')
    at = at.parent;
  if (at?.type === 'PropertyDefinition') return !at.static;
  if (at?.type === 'FunctionDeclaration') return /^[A-Z]/.test(at.id?.name ?? '');
  const { parent } = at ?? {};
  if (parent?.type === 'MethodDefinition') return !parent.static;
  return parent?.type === 'AssignmentExpression' && isOfPrototype(parent.left);
}

/** `Job.prototype.run` */
function isOfPrototype(node: Node): boolean {
  const object = node.type === 'MemberExpression' ? node.object : node;
  return object.type === 'MemberExpression' && staticKey(object.property, object.computed) === 'prototype';
}
