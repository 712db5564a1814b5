/** Getters and setters that property descriptors give an object: `Object.defineProperty(o, 'k', { get() {} })`, `o.__defineGetter__('k', f)`. */
import type { TSESTree } from '@typescript-eslint/types';
import type { SourceUnit } from '../../model/index.ts';
import type { FunctionNode } from '../analysis.ts';
import { isFunction, staticKey, unwrap } from '../ast.ts';
import { scopeIndexOf } from '../scopes.ts';

interface Defined {
  readonly kind: 'get' | 'set';
  /** Undefined where it is computed. */
  readonly name: string | undefined;
  readonly node: FunctionNode;
}

/** The accessor that a node defines: `get` or `set` of a descriptor that is a literal, or a call of `__defineGetter__`. */
export function definedAccessor(unit: SourceUnit, node: TSESTree.Node): Defined | undefined {
  if (node.type === 'CallExpression') return legacyAccessor(unit, node);
  if (node.type !== 'Property' || node.kind !== 'init') return undefined;
  const kind = staticKey(node.key, node.computed);
  if ((kind !== 'get' && kind !== 'set') || node.parent.type !== 'ObjectExpression') return undefined;
  const described = describedName(node.parent);
  const accessor = described && functionOf(unit, node.value);
  return accessor && { kind, name: described.name, node: accessor };
}

/** What a descriptor stands for, where an object literal is one. */
function describedName(descriptor: TSESTree.ObjectExpression): { name: string | undefined } | undefined {
  const { parent } = descriptor;
  if (parent.type === 'CallExpression') {
    const [, key, given] = parent.arguments;
    const isOne = given === descriptor && calleeName(parent) === 'defineProperty';
    return isOne && key ? { name: staticKey(key, true) } : undefined;
  }
  if (parent.type !== 'Property' || parent.value !== descriptor) return undefined;
  const call = parent.parent.parent;
  const isMap =
    call.type === 'CallExpression' &&
    call.arguments[1] === parent.parent &&
    /^(?:defineProperties|create)$/.test(calleeName(call) ?? '');
  return isMap ? { name: staticKey(parent.key, parent.computed) } : undefined;
}

function legacyAccessor(unit: SourceUnit, call: TSESTree.CallExpression): Defined | undefined {
  const name = calleeName(call);
  const [key, given] = call.arguments;
  if (!key || !given || (name !== '__defineGetter__' && name !== '__defineSetter__')) return undefined;
  const node = functionOf(unit, given);
  return node && { kind: name === '__defineGetter__' ? 'get' : 'set', name: staticKey(key, true), node };
}

function calleeName({ callee }: TSESTree.CallExpression): string | undefined {
  return callee.type === 'MemberExpression' ? staticKey(callee.property, callee.computed) : undefined;
}

/** A function that stands there, or one of the file by its name. */
function functionOf(unit: SourceUnit, expression: TSESTree.Node): FunctionNode | undefined {
  const node = unwrap(expression);
  if (isFunction(node)) return node;
  const variable = node.type === 'Identifier' ? scopeIndexOf(unit).variableOf(node) : undefined;
  const definition = variable?.defs[0];
  if (definition?.type === 'FunctionName' && isFunction(definition.node)) return definition.node;
  const value = definition?.type === 'Variable' ? definition.node.init : undefined;
  return value && isFunction(value) ? value : undefined;
}
